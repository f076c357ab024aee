#!/usr/bin/env bash
# Runs the JDBC type tests on PostgreSQL and MariaDB: starts the servers in a temporary folder on loopback only, runs the
# tests, and removes the servers. A database without server binaries is reported as not run.
# With --install, or as root with CI=true, installs missing servers with apt-get.
# Environment: MVN is the Maven command (default: mvn).
set -uo pipefail
cd "$(dirname "$0")/../../../.."

install=false
if [ "${1:-}" = --install ] || { [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ]; }; then
    install=true
fi

postgres_bin() {
    local found
    found=$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
    [ -n "$found" ] && dirname "$(readlink -f "$found")"
}

mariadbd_path() {
    PATH=$PATH:/usr/sbin:/usr/local/sbin command -v mariadbd
}

not_run() {
    echo "$1: not run: $2"
}

installed() {
    local package=$1
    if ! $install; then
        return 1
    elif [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "$package is not installed: installing it needs root and apt-get" >&2
        return 1
    fi
    echo "Installing $package"
    apt-get update -qq </dev/null >"$work/apt.log" 2>&1 \
        && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package" </dev/null >>"$work/apt.log" 2>&1 \
        || { echo "apt-get could not install $package:" >&2; tail -n 3 "$work/apt.log" >&2; return 1; }
}

# Neither server runs as root; PostgreSQL also needs a current folder that its user can enter.
as() (
    user=$1
    shift
    cd /
    if [ "$(id -u)" = 0 ]; then
        exec runuser -u "$user" -- "$@"
    fi
    exec "$@"
)

folder() {
    mkdir "$work/$1"
    if [ "$(id -u)" = 0 ]; then
        chown "$2" "$work/$1"
    fi
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

work=$(mktemp -d)
chmod 711 "$work"
mariadb_pid=
postgres=
finish() {
    if [ -n "$postgres" ]; then
        as postgres "$postgres/pg_ctl" -D "$work/postgresql/data" -m immediate stop >/dev/null 2>&1
    fi
    if [ -n "$mariadb_pid" ]; then
        kill "$(cat "$work/mariadb/pid")" 2>/dev/null
        wait "$mariadb_pid" 2>/dev/null
    fi
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
urls=()

start_postgresql() {
    local bin port
    bin=$(postgres_bin) || { installed postgresql && bin=$(postgres_bin); } || {
        not_run PostgreSQL "postgres is not installed"
        return
    }
    if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then
        not_run PostgreSQL "the server does not run as root, and the user postgres does not exist"
        return
    fi
    folder postgresql postgres
    echo "$password" >"$work/postgresql/password"
    chmod 644 "$work/postgresql/password"
    as postgres "$bin/initdb" -D "$work/postgresql/data" -U domo -A scram-sha-256 --pwfile="$work/postgresql/password" \
        -E UTF8 --locale=C --no-sync >"$work/postgresql.log" 2>&1 \
        || { failed PostgreSQL "$work/postgresql.log"; return; }
    postgres=$bin
    port=$(free_port)
    as postgres "$bin/pg_ctl" -D "$work/postgresql/data" -w -l "$work/postgresql/server.log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" start >"$work/postgresql.log" 2>&1 \
        || { failed PostgreSQL "$work/postgresql/server.log"; return; }
    urls+=("-Ddomo.test.postgresql=jdbc:postgresql://127.0.0.1:$port/postgres?user=domo&password=$password")
}

start_mariadb() {
    local server port
    server=$(mariadbd_path) || { installed mariadb-server && server=$(mariadbd_path); } || {
        not_run MariaDB "mariadbd is not installed"
        return
    }
    if [ "$(id -u)" = 0 ] && ! id mysql >/dev/null 2>&1; then
        not_run MariaDB "the server does not run as root, and the user mysql does not exist"
        return
    fi
    folder mariadb mysql
    cat >"$work/mariadb/init.sql" <<SQL
DELETE FROM mysql.global_priv WHERE User IN ('', 'root');
FLUSH PRIVILEGES;
CREATE USER 'domo'@'localhost' IDENTIFIED BY '$password';
CREATE USER 'domo'@'127.0.0.1' IDENTIFIED BY '$password';
GRANT ALL ON *.* TO 'domo'@'localhost';
GRANT ALL ON *.* TO 'domo'@'127.0.0.1';
CREATE DATABASE domo;
SQL
    chmod 644 "$work/mariadb/init.sql"
    as mysql mariadb-install-db --no-defaults --datadir="$work/mariadb/data" --auth-root-authentication-method=normal \
        --skip-test-db >"$work/mariadb.log" 2>&1 || { failed MariaDB "$work/mariadb.log"; return; }
    port=$(free_port)
    as mysql "$server" --no-defaults --datadir="$work/mariadb/data" --bind-address=127.0.0.1 --port="$port" \
        --socket="$work/mariadb/socket" --pid-file="$work/mariadb/pid" --init-file="$work/mariadb/init.sql" \
        >"$work/mariadb.log" 2>&1 &
    mariadb_pid=$!
    until grep -q 'ready for connections' "$work/mariadb.log"; do
        kill -0 "$mariadb_pid" 2>/dev/null || { mariadb_pid=; failed MariaDB "$work/mariadb.log"; return; }
        sleep 1
    done
    urls+=("-Ddomo.test.mariadb=jdbc:mariadb://127.0.0.1:$port/domo?user=domo&password=$password")
}

# An installed server that does not start is a failure, not a reason to skip.
failures=0
failed() {
    echo "$1: failed: the server did not start" >&2
    tail -n 5 "$2" >&2
    failures=1
}

start_postgresql
start_mariadb

if [ ${#urls[@]} -gt 0 ]; then
    table=domo-ergonomics/target/jdbc-servers.txt
    rm -f "$table" || exit 1
    ${MVN:-mvn} -B -q -pl domo-ergonomics -am test -Dtest=ServerDatabasesTest -Dsurefire.failIfNoSpecifiedTests=false \
        "${urls[@]}" || failures=1
    if [ -f "$table" ]; then
        grep 'column types, ran$' "$table"
        [ "$(grep -c 'column types, ran$' "$table")" = ${#urls[@]} ] || failures=1
        echo "See $table"
    else
        failures=1
    fi
fi
exit $failures
