"""The word stems that two published rules count. They are facts, given as published, odd ones included.

Sources: the public Gender Decoder (Kat Matfield, gender-decoder.katmatfield.com, word lists of 2021), and Gaucher, D.,
Friesen, J. and Kay, A. C. (2011), Evidence that gendered wording in job advertisements exists and sustains gender
inequality, JPSP 101(1), 109-128, appendix A.
"""

from typing import Final

# Every one is a beginning: "lead" also finds "leadership". The order is the decoder's, as is that of the words found.
DECODER_MASCULINE: Final = tuple(
    """active adventurous aggress ambitio analy assert athlet autonom battle boast challeng champion compet confident
    courag decid decision decisive defend determin domina dominant driven fearless fight force greedy head-strong
    headstrong hierarch hostil impulsive independen individual intellect lead logic objective opinion outspoken persist
    principle reckless self-confiden self-relian self-sufficien selfconfiden selfrelian selfsufficien stubborn superior
    unreasonab""".split()
)
DECODER_FEMININE: Final = tuple(
    """agree affectionate child cheer collab commit communal compassion connect considerate cooperat co-operat depend
    emotiona empath feel flatterable gentle honest interpersonal interdependen interpersona inter-personal
    inter-dependen inter-persona kind kinship loyal modesty nag nurtur pleasant polite quiet respon sensitiv submissive
    support sympath tender together trust understand warm whin enthusias inclusive yield share sharin""".split()
)
# A word that begins so is never taken apart at its hyphens. ("head-strong" is missing, so it is hardly ever found.)
KEEPS_ITS_HYPHEN: Final = tuple(
    "co-operat inter-personal inter-dependen inter-persona self-confiden self-relian self-sufficien".split()
)
NOT_CODED: Final = frozenset({"sharepoint"})

# A star stands for any letters, digits or hyphens that follow. Without a star the whole word must be this one.
# The appendix prints "implusive", a slip of the pen.
PAPER_MASCULINE: Final = tuple(
    """active adventurous aggress* ambitio* analy* assert* athlet* autonom* boast* challeng* compet* confident courag*
    decide decisive decision* determin* dominant domina* force* greedy headstrong hierarch* hostil* impulsive
    independen* individual* intellect* lead* logic masculine objective opinion outspoken persist principle* reckless
    stubborn superior self-confiden* self-sufficien* self-relian*""".split()
)
PAPER_FEMININE: Final = tuple(
    """affectionate child* cheer* commit* communal compassion* connect* considerate cooperat* depend* emotiona* empath*
    feminine flatterable gentle honest interpersonal interdependen* interpersona* kind kinship loyal* modesty nag
    nurtur* pleasant* polite quiet* respon* sensitiv* submissive support* sympath* tender* together* trust* understand*
    warm* whin* yield*""".split()
)
