"""What tests of two acts at once need."""

import pytest

# The same tests run on PostgreSQL, in the other half of `make test`.
needs_two_connections = pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="threads cannot share a database in memory"
)
