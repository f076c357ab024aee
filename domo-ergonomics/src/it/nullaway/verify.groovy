def lines = new File(basedir, 'build.log').readLines()

assert lines.contains('loaded: 2')
assert lines.containsAll(['row: apple 4', 'row: banana none'])
assert lines.contains('not found: 404')
