from collections.abc import Iterator

import pytest

from tests.ui.server import Served, serve


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The whole server around a minimal screen."""
    with serve(tmp_path_factory.mktemp("attacked")) as server:
        yield server
