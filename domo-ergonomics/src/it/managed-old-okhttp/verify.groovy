def log = new File(basedir, 'build.log').text

assert !log.contains('listed: ')
assert log =~ /IllegalStateException: OkHttp is on the class path 2 times: .*okhttp-4\.12\.0\.jar.*Declare com\.squareup\.okhttp3:okhttp/
