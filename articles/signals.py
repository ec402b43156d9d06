"""What the desk says aloud. Each is sent inside the act's transaction; sender is Article."""

from django.dispatch import Signal

published = Signal()  # article, revision: a revision goes to the press
withdrawn = Signal()  # article, revision: the story leaves the site
