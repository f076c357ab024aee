# Development tasks. Each target is a command that can also be run directly.
.PHONY: help build test regenerate openapi lint-spec reference diagrams api-baseline drift mock sandbox demo format big long kills simulation csv matrix soak mutants reliability benchmarks jmh databases databases-install clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 19

build: ## compile and package everything, without tests and checks
	mvn -q package -DskipTests

test: ## run all tests and checks, as in CI
	mvn verify

regenerate: ## regenerate the client from the spec and compile it
	mvn -q -pl generated-client clean compile

openapi: ## write the OpenAPI description as one file, generated-client/target/openapi/domo.openapi.yaml
	mvn -q -pl generated-client process-test-classes

lint-spec: ## lint the OpenAPI description
	npm --prefix contract-tests run lint-spec

reference: ## write the API reference to one page, target/reference.html
	npm --prefix contract-tests run reference

diagrams: ## draw the diagrams of the docs from their sources
	npm --prefix contract-tests run diagrams

api-baseline: ## accept the current API as the released one; run this with a release
	npm --prefix contract-tests run api-baseline
	mvn -q -pl contract-tests -am test -Dtest=ApiBaselineTest -Dbaseline=accept -Dsurefire.failIfNoSpecifiedTests=false

drift: ## compare the real service with the API description; needs DOMO_CLIENT_ID and DOMO_CLIENT_SECRET
	mvn -q -pl contract-tests -am test -Dtest=LiveDriftTest -Dsurefire.failIfNoSpecifiedTests=false
	@cat contract-tests/target/drift.txt

mock: ## serve the spec's examples with Prism until Ctrl-C
	npm --prefix contract-tests run mock

sandbox: ## run the sandbox until Ctrl-C
	./domo sandbox

demo: ## upload a file to a sandbox, export it, and compare every row
	./domo demo

format: ## format all Java sources
	mvn -q spotless:apply

long: databases kills matrix soak csv ## run the suites that take long or need more than Maven, as CI does after the tests

kills: ## kill an upload at 200 points and run it again; every row must arrive exactly once; takes some minutes
	mvn -q -pl domo-cli -am test -Dtest=EveryKillPointTest -Dkills=true -Djacoco.skip=true -Dsurefire.failIfNoSpecifiedTests=false
	@cat domo-cli/target/kills.txt

SEEDS ?= 100000
FROM ?= 1
FAULTS ?= 5,30,60
simulation: ## simulate SEEDS uploads from seed FROM with FAULTS percent of failing requests, or replay one: SEED=1 FAULTS=30
	JAVA_HOME=$$(.ci/jdk25) mvn -q -pl simulation -am test -Dtest=$(if $(SEED),ReplayTest,LongSimulationTest) \
		-Dsimulation.seed=$(SEED) -Dsimulation.seeds=$(SEEDS) -Dsimulation.from=$(FROM) -Dsimulation.faults=$(FAULTS) \
		-Dsimulation.timeout=14400 -Dsurefire.failIfNoSpecifiedTests=false
	@$(if $(SEED),,cat simulation/target/simulation.txt)

FILES = 100000
csv: ## compare all CSV readers, and both scanners of uploads, on 100,000 mutated files; FILES and SEED set the number and the first seed
	mvn -q -pl domo-ergonomics -am test -Dtest=MutatedCsvTest,BulkScannerTest -Dcsv.mutations=$(FILES) -Dcsv.seed=$(or $(SEED),0) -Djacoco.skip=true -Dtest.jvm= -Dsurefire.failIfNoSpecifiedTests=false
	@cat domo-ergonomics/target/csv.txt domo-ergonomics/target/csv-bulk.txt

matrix: ## inject every fault into every phase, with uploads of several sizes; takes about ten minutes
	mvn -q -pl domo-ergonomics -am test -Dtest=MatrixTest -Dmatrix.long=true -Djacoco.skip=true -Dtest.jvm= -Dsurefire.failIfNoSpecifiedTests=false
	@awk -F'\t' 'NR > 1 && $$5 != "-" { if ($$5 == "not run") skipped++; else ran++ } \
		END { print "Matrix: " ran " runs of cells, passed; " skipped + 0 " not run" }' domo-ergonomics/target/reliability/matrix.tsv

soak: ## upload 1,000 times while requests fail at random, and measure what is left; takes some minutes
	mvn -q -pl domo-ergonomics -am test -Dtest=SoakTest -Dsoak.uploads=500 -Djacoco.skip=true -Dtest.jvm= -Dsurefire.failIfNoSpecifiedTests=false
	@echo "Soak: ran, with these measurements:" && expand -t 18 domo-ergonomics/target/reliability/soak.tsv

mutants: ## break the client with each patch of simulation/mutants; the simulation or the matrix must notice; PATCHES selects some
	simulation/mutants.sh $(PATCHES)

reliability: kills matrix simulation mutants soak ## run all tests with faults and write their results to docs/reliability.md; takes two hours
	for section in $^; do npm --prefix contract-tests run --silent reliability $$section; done

databases: ## test JDBC types on PostgreSQL and MariaDB, if their servers are installed
	domo-ergonomics/src/test/scripts/databases.sh

databases-install: ## the same, but install missing servers first; needs root and apt-get
	domo-ergonomics/src/test/scripts/databases.sh --install

benchmarks: ## measure speed and memory against other programs and write docs/performance.md; takes an hour; GOALS="G1 G12" selects some, ROWS and PAIRS set the size
	mvn -q -pl benchmarks -am package -DskipTests
	java -cp "benchmarks/target/classes:$$(cat benchmarks/target/classpath.txt)" io.github.domojvm.benchmarks.harness.Main $(GOALS)

jmh: ## measure single components with JMH; BENCHMARKS is a regular expression that selects some
	mvn -q -pl benchmarks -am package -DskipTests
	java -cp "benchmarks/target/classes:$$(cat benchmarks/target/classpath.txt)" org.openjdk.jmh.Main -f 1 -wi 3 -i 5 -w 2 -r 2 $(BENCHMARKS)

big: ## upload 1 GB with a heap of 128 MB; takes a minute and 3 GB of disk
	samples/big-upload.sh

clean: ## delete build output
	mvn -q clean
