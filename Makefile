# The developer's verbs. Each is a line that can be typed by hand as well.
.PHONY: help build test regenerate openapi lint-spec reference diagrams api-baseline drift mock sandbox demo format big long databases databases-install clean

help: ## list the verbs
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 19

build: ## compile and package everything, without tests and gates
	mvn -q package -DskipTests

test: ## all tests and all gates, as CI runs them
	mvn verify

regenerate: ## make the client from the spec again and compile it
	mvn -q -pl generated-client clean compile

openapi: ## write the OpenAPI description as one file, generated-client/target/openapi/domo.openapi.yaml
	mvn -q -pl generated-client process-test-classes

lint-spec: ## lint the OpenAPI description
	npm --prefix contract-tests run lint-spec

reference: ## write the API reference as one page, target/reference.html
	npm --prefix contract-tests run reference

diagrams: ## draw the diagrams of the docs from their sources
	npm --prefix contract-tests run diagrams

api-baseline: ## make the present API the released one, to be done with a release
	npm --prefix contract-tests run api-baseline
	mvn -q -pl contract-tests -am test -Dtest=ApiBaselineTest -Dbaseline=accept -Dsurefire.failIfNoSpecifiedTests=false

drift: ## hold the real service against the description; needs DOMO_CLIENT_ID and DOMO_CLIENT_SECRET
	mvn -q -pl contract-tests -am test -Dtest=LiveDriftTest -Dsurefire.failIfNoSpecifiedTests=false
	@cat contract-tests/target/drift.txt

mock: ## serve the spec's examples with Prism until Ctrl-C
	npm --prefix contract-tests run mock

sandbox: ## run a local Domo until Ctrl-C
	./domo sandbox

demo: ## upload a file into a sandbox, export it, compare every row
	./domo demo

format: ## bring all Java sources into the one format
	mvn -q spotless:apply

long: databases ## the suites that need more than Maven, as CI runs them after the tests

databases: ## the table of JDBC types on PostgreSQL and MariaDB, where their servers are installed
	domo-ergonomics/src/test/scripts/databases.sh

databases-install: ## the same, and installs missing servers first; needs root and apt-get
	domo-ergonomics/src/test/scripts/databases.sh --install

big: ## 1 GB through a JVM with a heap of 128 MB; takes a minute and 3 GB of disk
	samples/big-upload.sh

clean: ## remove what was built
	mvn -q clean
