"""What the front desk says aloud. Sent inside the act's transaction; sender is Front."""

from django.dispatch import Signal

launched = Signal()  # front, launch: an arrangement goes before readers
