"""How often English words stand in a text, roughly: enough to look for the rarest word of a phrase.

Five steps, each about three times rarer than the one before. They are our own judgement of plain English, and counts in
the Markdown of published packages where a word is more common there. A word that is not here is rare.
"""

_STEPS = (
    """
    s t the of and to a in is it that for https node com github nodejs
    """,
    """
    pull be this was on are as with he at by his i not or have from but had you they an which she we were her their
    one has all if my your its do no so what there when can who will would out up me just about him then them our
    how into js npm test version
    """,
    """
    const string added url error package file md type use module name code new object data using s set value org
    function options http path example import process server used any json only add console where really like more
    other time some could people than make see first also because these two way may over after good work years get
    back very even think man know such being now should most much own before well through those go must need day
    each still between never last life take come same made does too look women men year help long world down part
    place why home team every both am here right while us find many say want great little under might another
    against off end different around something always old again show few things without himself put point call feel
    give young woman child children real thing don't i'm it's you're they're didn't doesn't can't won't isn't
    require run project event release true number log install description changes false id modules build update
    request support key command
    """,
    """
    files option port method class cli message boolean user return config docs bash html io context list src
    commands system following line allow extra current main girl boy girls boys lady black white blind master host
    guide kill dead crazy easy simple simply normal native english speak talk today family person member group
    school company users names high low big small left hand head face eye body house money free open close second
    third next case problem fact read write keep let hard sure bad best better kind form word words state getting
    looking working going doing saying making got went said told asked called actually obviously clearly enough
    maybe perhaps please thank thanks sorry hello dear sir mother father wife husband son daughter directory null
    been dependencies source instead issues specified array registry experimental available provided packages dev
    environment text documentation optional length async passed property remove supported create await tests en
    scripts instance result include root check start argument performance tools status security errors local format
    within running installed access page www output global given script types details values multiple versions flag
    requests connection blob target folder core implementation information configuration specific latest single lib
    order content input arguments either change level once provides created via spec library link functions required
    otherwise img svg possible non report based full valid uses allows enable behavior section usage py including
    """,
    """
    summary mode defined times markdown issue methods reference setting custom etc found disable already tree
    actions avoid metadata events provide built common copy cannot features additional intended top during email
    whether examples parent contains above don enabled existing pass cause platform strings generate explicitly
    title print done empty named re installation currently automatically expected unless base itself configured
    written since processes creating cases supports libraries below includes standard document testing else projects
    runs included rather works useful special exist known needs yet introduced complete particular
    """,
)
_PER_MILLION = (20_000, 5_000, 1_700, 550, 170)
_RARE = 5
_WEIGHTS = {word: weight for words, weight in zip(_STEPS, _PER_MILLION, strict=True) for word in words.split()}


def commonness(word: str) -> int:
    """Return about how often a word stands among a million."""
    return _WEIGHTS.get(word) or _WEIGHTS.get(word.partition("'")[0], _RARE)
