"""Words that context is told by."""

DETERMINERS = frozenset("the a an our your my his her their its every each this that any no new as be another".split())
PERSONAL = frozenset("i you he she they we who someone somebody everyone everybody anyone anybody nobody".split())
THINGS = frozenset("it this that these those there which what".split())
BE = frozenset(
    "is are was were am be been being isn't aren't wasn't weren't look looks looked seem seems seemed sound"
    " sounds sounded feel feels felt act acts acted get gets got getting go goes went going become becomes became"
    " remain remains".split()
)
SOFTENERS = frozenset(
    "so such too very really quite totally literally a an bit little kind of sort just completely absolutely"
    " pretty rather extremely always often never still clearly obviously not all both also truly".split()
)
GREETINGS = frozenset(
    "hey hi hello thanks you morning evening afternoon dear welcome ok okay alright listen goodbye bye cheers"
    " sorry yo".split()
)
PEOPLE = frozenset(
    "person people man men woman women boy boys girl girls guy guys lady ladies gentleman gentlemen child"
    " children kid kids adult adults colleague colleagues manager managers boss bosses leader leaders developer"
    " developers engineer engineers user users customer customers client clients employee employees worker workers"
    " staff candidate candidates applicant applicants student students teacher teachers nurse nurses doctor"
    " doctors patient patients friend friends neighbour neighbours neighbor neighbors partner partners husband"
    " wife mother father sister brother son daughter team member members folk folks individual individuals lawyer"
    " lawyers designer designers programmer programmers coworker coworkers teammate teammates recruiter recruiters"
    " director directors owner owners resident residents citizen citizens community communities family families"
    " population populations players player actor actors artist artists writer writers".split()
)
AFTER_A_NOUN = frozenset(
    "is are was were am be been has have had do does did can could will would shall should may might must who"
    " whom whose which that and or but nor with without in on at of for from to by as than because if when while"
    " where since into over under between among about against during after before through across per via need"
    " needs want wants get gets got make makes live lives work works face use uses often also still just only then"
    " there here not never always too either cannot can't don't doesn't didn't won't isn't aren't wasn't weren't"
    " haven't hasn't / we they he she it i you so may deserve benefit struggle rely receive experience find feel"
    " suffer see know go come take give tend keep eat sit buy bring become lose understand spend expect"
    " ask speak prefer hate".split()
)
_ROLE_ENDINGS = ("ists", "ist", "eers", "eer")


def is_person_word(word: str) -> bool:
    """Tell whether a noun is one for people."""
    return word in PEOPLE or word.endswith(_ROLE_ENDINGS)


ROLES = frozenset(
    """
    user customer client visitor reader viewer caller player developer programmer engineer administrator admin operator
    candidate applicant employee worker manager leader student pupil teacher patient doctor nurse member participant
    author writer editor reviewer maintainer contributor owner buyer seller tenant landlord driver passenger pilot
    designer analyst consultant contractor lawyer judge juror officer guest host subscriber sender recipient respondent
    speaker listener learner trainer trainee intern apprentice newcomer beginner expert specialist scientist researcher
    professor lecturer tester leaver starter joiner colleague teammate boss supervisor director executive founder
    investor shareholder voter citizen resident taxpayer parent child baby toddler plumber electrician mechanic chef
    cook baker farmer soldier surgeon dentist pharmacist physician therapist accountant auditor secretary assistant
    clerk cashier salesperson receptionist witness victim defendant plaintiff suspect prisoner criminal thief hacker
    attacker adversary scientist artist musician actor singer performer athlete runner cyclist pedestrian traveller
    traveler tourist neighbour neighbor friend stranger individual freelancer stakeholder sponsor mentor mentee ally
    """.split()
)
"""Nouns for what somebody does, in the singular."""
_NO_ROLES = frozenset(
    """
    former latter
    server router container parameter paper number letter order folder header footer layer computer printer browser
    compiler counter register filter buffer pointer character manner matter winter summer power tower corner quarter
    chapter answer offer after before other another either neither never over under however whether rather together
    monitor error factor vector sensor motor colour color flavor flavour mirror minor major tractor sector
    document component element event environment moment comment argument agreement department payment present client's
    """.split()
)


def is_role(word: str) -> bool:
    """Tell whether a noun is one for what a person does: in the list, or by its ending."""
    if word in ROLES:
        return True
    return len(word) > 5 and word.endswith(("er", "or", "ist", "ian", "eer")) and word not in _NO_ROLES
