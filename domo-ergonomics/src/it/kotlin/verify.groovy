def lines = new File(basedir, 'build.log').readLines()

assert lines.contains('uploaded: 2, COMMITTED_VERIFIED')
assert lines.containsAll(['row: apple 3', 'row: banana -1'])
assert lines.contains('record: apple 1.5')
assert lines.contains('not found: 404')
