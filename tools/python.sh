# Read by run, test and .ci/run: sets $python to the first Python that is new enough and really starts.
# A name alone proves nothing: version managers leave stubs that only say which version is missing.
python=
for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 python3.14; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Rightsbook needs Python 3.11 or newer: none of python3, python3.11 to python3.14 is one." >&2
    exit 1
fi
