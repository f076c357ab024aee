def lines = new File(basedir, 'build.log').readLines()
def classPath = lines.find { it.startsWith('class path: ') }.split(' ')

assert lines.contains('listed: Leonhard Euler Party')
assert classPath.findAll { it.startsWith('okhttp') } == ["okhttp-${okhttp}.jar", "okhttp-jvm-${okhttp}.jar"]
assert classPath.findAll { it.startsWith('okio-jvm') } == ["okio-jvm-${okio}.jar"]
