#!/usr/bin/env bash
# Checks that tests notice mistakes. Each patch in simulation/mutants makes one mistake in a copy of the client's sources;
# the simulation, or else the fault matrix, must then fail: first 900 simulated uploads, then the matrix, then 9,000 more
# uploads. A patch that does not apply or compile ends the run.
# Arguments: the patches, by default all. The simulation requires JDK 25.
set -euo pipefail
cd "$(dirname "$0")/.."

jdk25=$(.ci/jdk25)
if [ -z "$jdk25" ]; then
    echo "Mutants: not run, since the simulation requires JDK 25."
    exit 1
fi
if [ $# -eq 0 ]; then
    set -- simulation/mutants/*.patch
fi
few=300
many=3000
target=$PWD/simulation/target/mutants
results=$PWD/simulation/target/reliability/mutants.tsv
launcher=org.junit.platform.console.ConsoleLauncher

mvn -q test-compile dependency:build-classpath -pl simulation -am -Djacoco.skip=true \
    -Dmdep.includeScope=test -Dmdep.outputFile=target/classpath.txt
rm -rf "$target"
mkdir -p "$target" "$(dirname "$results")"
printf 'mutant\tfound by\tfirst failure\n' > "$results"

# Prints the first violated invariant with its seed, or the first cell of the matrix that failed, as the log reports it.
failure() {
    local invariant
    if invariant=$(grep -m 1 -oE '(ENDS|[A-Z]+_[A-Z_]+): [^.]*\.' "$1"); then
        echo "$invariant $(grep -m 1 -oE 'SEED=[0-9]+ FAULTS=[0-9]+' "$1")"
    else
        sed -e 's/\x1b\[[0-9;]*m//g' "$1" | grep -m 1 -E '\] .* ✘' | sed -E 's/.*\[[0-9]+\] (.*) ✘.*/\1/'
    fi
}

# Runs a test class with the changed classes first on the class path. Succeeds if all its tests pass.
passes() {
    local java=$1 module=$2 test=$3 log=$4
    shift 4
    (cd "$module" && timeout 1200 "$java" "$@" --class-path \
        "$classes:target/test-classes:target/classes:$(cat target/classpath.txt):$(cat ../simulation/target/classpath.txt)" \
        "$launcher" execute --select-class "$test" --fail-if-no-tests --disable-banner --details=tree > "$log" 2>&1)
}

simulation() {
    local log=$1 seeds=${2:-$few}
    passes "$jdk25/bin/java" simulation io.github.domojvm.simulation.LongSimulationTest "$log" \
        --add-opens java.base/java.lang=ALL-UNNAMED -Djdk.trackAllThreads=false -XX:ActiveProcessorCount=2 \
        -Dsimulation.seeds=$seeds -Dsimulation.faults=5,30,60
}

matrix() {
    passes java domo-ergonomics io.github.domojvm.matrix.MatrixTest "$1"
}

# A test that cannot run at all would find every mutant.
classes=$PWD/domo-ergonomics/target/classes
for test in simulation matrix; do
    $test "$target/$test.log" || { tail -n 40 "$target/$test.log"; echo "The $test fails without a mutant."; exit 1; }
done

survived=0
for patch in "$@"; do
    name=$(basename "$patch" .patch)
    copy=$target/$name
    classes=$copy/classes
    mkdir -p "$classes"
    git apply --numstat "$patch" | cut -f 3 > "$copy/sources.txt"
    xargs -a "$copy/sources.txt" cp --parents -t "$copy"
    (cd "$copy" && GIT_CEILING_DIRECTORIES=$target git apply "$OLDPWD/$patch" &&
        javac --release 17 -nowarn -proc:none -d "$classes" @sources.txt \
            -cp "$OLDPWD/domo-ergonomics/target/classes:$(cat "$OLDPWD/domo-ergonomics/target/classpath.txt")")

    if ! simulation "$copy/simulation.log"; then
        found=simulation log=$copy/simulation.log
    elif ! matrix "$copy/matrix.log"; then
        found=matrix log=$copy/matrix.log
    elif ! simulation "$copy/simulation.log" $many; then
        found=simulation log=$copy/simulation.log
    else
        found="NOT FOUND" log=/dev/null
        survived=$((survived + 1))
    fi
    printf '%s\t%s\t%s\n' "${name//-/ }" "$found" "$(failure "$log" || true)" | tee -a "$results"
done

echo "Mutants: $# applied, $(($# - survived)) found, $survived not found"
[ "$survived" -eq 0 ]
