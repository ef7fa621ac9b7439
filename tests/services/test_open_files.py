"""The limit of open files, in a process of its own."""

import subprocess
import sys

import pytest

_CODE = """
import resource
from desktop.services.open_files import allow_many_files
resource.setrlimit(resource.RLIMIT_NOFILE, (64, {hard}))
allow_many_files()
print(*resource.getrlimit(resource.RLIMIT_NOFILE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
@pytest.mark.parametrize(("hard", "soft"), [(1000, 1000), (64, 64)])
def test_the_soft_limit_is_raised_as_far_as_the_hard_one(hard: int, soft: int) -> None:
    done = subprocess.run([sys.executable, "-c", _CODE.format(hard=hard)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(soft), str(hard)]
