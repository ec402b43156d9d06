"""Search for readers.

`texts` is what search reads of a story, `query` what a person asked, `finding` the way in.
`postgresql` and `sqlite` each offer one function, `find`, over their own full-text index. What a
person types reaches them only as syllables: letters and digits.
"""
