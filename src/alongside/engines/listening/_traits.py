"""Words that name a protected trait. Nothing that people are divided by, and no column, may be called so (X1).

The words follow the lists of GDPR article 9, of the UK Equality Act 2010, section 4, and of Title VII of the US Civil
Rights Act. They are English: in other languages it is left to those who read the question.
"""

import re

# Each word stands for itself and for words that it starts; `=` in front: only for itself.
TRAITS = """
=sex sexual gender trans transgender =cis nonbinary intersex pronoun orientation gay lesbian bisexual queer lgbt
=race racial ethnic ancestr =caste tribe indigenous =colour =color skin national citizen immigra =visa
religio faith =belief creed =church mosque ramadan philosoph politic =party =union =unions tradeunion
disab impair health medical diagnos disease illness neurodiver autis adhd sickness therap genetic biometric
=age =ages birth =born =dob =generation =gen pension matern patern pregnan parenthood carer =marital marri spouse
=partner civilpartner divorc veteran criminal convict accent =native mothertongue salutation honorific
diversity demographic minorit underrepresented
""".split()


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])([A-Z])", r" \1", str(text)).lower()))


def traits_in(*texts: object) -> set[str]:
    """The words in some texts that name a protected trait."""
    words = {word for text in texts for word in _words_of(str(text))}
    exact = {trait[1:] for trait in TRAITS if trait.startswith("=")}
    starts = tuple(trait for trait in TRAITS if not trait.startswith("="))
    return {word for word in words if word in exact or word.startswith(starts)}
