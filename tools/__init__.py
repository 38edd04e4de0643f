"""What run, test and .ci/run call: the environment, the private PostgreSQL, the server, the checks."""
