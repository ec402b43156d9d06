"""A section that changes its address keeps the old one, which leads to wherever it stands now."""

from articles.models import FormerSectionSlug, Section


def keep_former_slug(section: Section) -> None:
    """Before a save: remember the slug the section has until now. Two queries at most.

    A slug left empty is about to be made anew from the name: `drop_present_slug` forgets again what
    did not change. A row names the section and not a slug, so that renaming twice makes no chain.
    """
    if section.pk is None:
        return
    rows = Section.objects.filter(pk=section.pk).exclude(slug=section.slug)
    slug = rows.values_list("slug", flat=True).first()
    if slug:
        FormerSectionSlug.objects.update_or_create(slug=slug, defaults={"section": section})


def drop_present_slug(section: Section) -> None:
    """After a save: an address that is a section's now is nobody's former one. One query."""
    FormerSectionSlug.objects.filter(slug=section.slug).delete()
