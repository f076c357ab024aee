def lines = new File(basedir, 'build.log').readLines()

def missing = [
    'created from CSV: [DATE, STRING, DOUBLE]',
    'appended: 2 by IMPORT',
    'created from JDBC: [SOLD_ON, FRUIT]',
    'exported: 4 rows',
    'queried: Apples 100.5',
    'queried: Pears 200.0',
    'created user: John Doe, Participant',
    'planned: + Apples only',
    'then: nothing to do',
    'not found: no-such-id',
    'uploaded: 2, COMMITTED_VERIFIED',
    'row: apple 3',
    'row: banana -1',
    'acknowledged: 2',
    'uploaded: COMMITTED_VERIFIED, 2 rows',
    'listed: Sales, 4 rows',
    'README: [Sales  4 rows, Sales of the shop  1 rows, Fruit by Stream  2 rows, Uploaded sales  2 rows]',
    'tested: 1 row'
] - lines

assert missing == []
