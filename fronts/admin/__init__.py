"""The desk's screens for the fronts and what stands beside their stories."""

from fronts.admin.breaking import BreakingAdmin
from fronts.admin.front import FrontAdmin
from fronts.admin.table import TableAdmin

__all__ = ["BreakingAdmin", "FrontAdmin", "TableAdmin"]
