"""Word lists about English. None of them says anything about a name, and none is a list of names of people."""


def _set(*words: str) -> frozenset[str]:
    return frozenset(" ".join(words).split())


BE = _set("is was are were be been being am isn't wasn't aren't weren't 's 're")
AUXILIARIES = BE | _set(
    "has have had hasn't haven't hadn't do does did doesn't don't didn't will won't would wouldn't can can't",
    "cannot could couldn't should shouldn't may might must shall",
)
PREPOSITIONS = _set(
    "to with for from about by of at on in into onto over under near beside between among against without through",
    "during via per behind beyond around across toward towards upon within outside inside above below off",
)
# What people often do, as it is said of one: "works".
THIRD_PERSON = _set(
    "knows wants needs likes works thinks says goes comes makes gets uses leads runs helps listens speaks writes",
    "takes gives sees looks loves owns manages expects prefers asks seems feels brings explains believes joins",
    "plays starts stays teaches tries understands means keeps leaves lives reports sits talks",
)
CONJUNCTIONS = _set(
    "and or but so because if when while whether that until unless although though since as before after once",
    "where whereas which who whose than then nor yet how why what",
)
DETERMINERS = _set(
    "the a an this that these those my our your his her its their some any no every each all both another one two",
    "many several few most more such",
)
SUBJECTS = _set(
    "i we you they he she it us me people everyone everybody nobody anyone anybody nothing everything",
)
ADVERBS = _set(
    "always never often still just already also now usually really only sometimes soon later again even then",
    "probably certainly definitely clearly actually currently recently finally quickly kindly rarely generally",
    "ever maybe perhaps not too well almost nearly both today yesterday tomorrow tonight here there together",
    "quite very hardly",
)
MONTHS_AND_DAYS = _set(
    "january february march april may june july august september october november december jan feb mar apr jun",
    "jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu",
    "thur thurs fri sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays",
)
MASCULINE_TITLES = _set("mr mister sir")
FEMININE_TITLES = _set("mrs ms miss missus madam madame ma'am")
OTHER_TITLES = _set("mx dr doctor prof professor rev reverend hon judge captain sergeant lord dame chancellor")
TITLES = MASCULINE_TITLES | FEMININE_TITLES | OTHER_TITLES
PARTICLES = _set(
    "van der den de la del della di da dos das du von zu zur ter ten te el al bin ibn bint y e le las los af av ó",
    "o ní mac ap abu",
)

REPORTING = _set(
    "said says say saying think thinks thought believe believes believed tell tells told know knows knew hope",
    "hopes hoped mention mentions mentioned mentioning explain explains explained claim claims claimed promise",
    "promises promised confirm confirms confirmed note notes noted report reports reported add adds added reckon",
    "reckons guess feel feels felt insist insists insisted worry worries worried ask asks asked wonder wonders",
    "wondered write writes wrote agree agrees agreed decide decides decided announce announces announced hear",
    "heard according",
)
# "gave her feedback" may be feedback that she got.
DATIVE = _set(
    "give gives gave given giving tell tells told telling send sends sent sending show shows showed shown showing",
    "ask asks asked asking offer offers offered offering teach teaches taught lend lends lent pay pays paid owe",
    "owes owed buy buys bought bring brings brought hand hands handed email emails emailed message messages",
    "messaged call calls called wish wishes wished promise promised grant granted award awarded get gets got make",
    "makes made save saves saved read reads leave forward forwards forwarded assign assigned allow allowed text",
    "texted write wrote find found cost order ordered",
)
OPENINGS = _set(
    "hi hello hey dear thanks thank morning afternoon evening welcome congrats congratulations sorry cheers ta",
    "bye goodbye greetings hiya yo oi kudos bravo birthday done night luck",
)
CLOSINGS = _set(
    "best regards thanks sincerely cheers yours wishes love warmly cordially respectfully faithfully truly kind",
    "warm many all the thank you with take care x xx talk soon speak later see from",
)
MAIL_HEADERS = _set(
    "from to cc bcc subject sent date signed-off-by co-authored-by reviewed-by reported-by tested-by acked-by",
    "author authors attendees present apologies participants attending invited reply-to absent regrets",
)

# People who may be meant by "she" or "he" though they have no name in the text.
SOMEBODY = _set(
    "twins kids children cat dog puppy kitten horse pony pet rabbit hamster parrot bird ship boat yacht vessel",
    "manager managers boss supervisor director president chair chairperson chairman chairwoman ceo cto cfo coo",
    "cio cpo vp head lead leader colleague coworker co-worker teammate customer client user buyer seller guest",
    "visitor caller candidate applicant interviewee interviewer intern trainee apprentice starter hire newcomer",
    "joiner employee worker contractor consultant analyst engineer developer designer programmer architect",
    "researcher scientist tester writer editor author teacher professor lecturer student pupil doctor nurse",
    "surgeon patient dentist lawyer solicitor barrister judge attorney accountant auditor agent assistant",
    "secretary receptionist recruiter coach mentor mentee trainer speaker presenter moderator host organiser",
    "organizer volunteer member owner founder partner investor vendor supplier representative rep officer clerk",
    "cashier driver courier plumber electrician mechanic technician cleaner chef cook waiter waitress guard pilot",
    "captain journalist reporter minister mayor king queen prince princess pope artist singer actor actress",
    "athlete mother father mum mom dad parent wife husband spouse girlfriend boyfriend fiancé fiancée sister",
    "brother sibling daughter son child kid baby aunt uncle niece nephew cousin grandmother grandfather grandma",
    "grandpa granddaughter grandson friend neighbour neighbor roommate flatmate man woman lady gentleman guy girl",
    "boy person someone somebody anyone anybody whoever stranger human individual adult teenager citizen resident",
    "tenant landlord landlady reviewer approver stakeholder counterpart successor predecessor buddy expert",
    "specialist planner controller operator administrator admin treasurer coordinator facilitator translator",
    "interpreter witness spokesperson spokesman spokeswoman saleswoman salesman businesswoman businessman",
    "salesperson therapist counsellor counselor vet dean principal headteacher tutor graduate alumnus alumna",
    "fellow scholar poet novelist composer musician",
)
# Whoever becomes one of these, there is a child that a pronoun may mean.
PARENTS = _set("mother father mum mom dad parent grandmother grandfather grandma grandpa aunt uncle")
# "customer data" is no person.
THINGS_OF_SOMEBODY = _set(
    "data research call calls meeting feedback portal account accounts support experience interview interviews",
    "service survey story stories success journey request requests ticket tickets review reviews training role",
    "roles team guide list side onboarding database page form complaint complaints satisfaction manual settings",
    "flow need needs name id group groups testing tests centre center days day party relations facing office",
    "email emails mail issues problems permissions advocacy chat speech session room desk card cards book rights",
    "friendly education acquisition base number",
)
# They may be meant by "they" though each is one word.
GROUPS = _set(
    "team teams staff group crew board committee council department unit division squad tribe panel jury union",
    "company firm business organisation organization agency office bank supplier suppliers vendor vendors client",
    "customer shop store school university college hospital clinic hotel venue restaurant café cafe airline",
    "police government ministry court party press media public audience crowd family couple people folks everyone",
    "everybody someone somebody anyone anybody nobody no-one person management leadership hr finance legal it",
    "marketing sales procurement payroll operations ops reception facilities security support helpdesk landlord",
    "provider carrier manufacturer startup charity club society network community class cohort both pair few many",
    "most some others caller candidate applicant user contractor partner whoever each either parents kids",
    "children women men colleagues",
)
NOT_PLURAL = _set(
    "this is was has does his its us yes always perhaps plus across various previous less unless besides thus bus",
    "gas lens news status process access progress success business address express class pass miss boss loss",
    "cross discuss focus campus bonus virus census basis analysis crisis thesis thanks regards maths physics",
    "economics ethics mondays tuesdays wednesdays thursdays fridays saturdays sundays sometimes series canvas",
    "atlas os css https sms ios aws dns as yours hers ours theirs towards afterwards upwards onwards nowadays",
    "serious famous continuous obvious curious nervous anxious generous enormous religious busy sick christmas",
    "keys hours minutes days weeks months years times needs lots headquarters",
)
PLACES_BEFORE = _set("in at near inside outside around towards toward via across throughout")
NOT_BEFORE_PEOPLE = PLACES_BEFORE | _set(
    "the a an this these those into onto using our per every each my your its",
)
MOTION = _set(
    "join joins joined joining move moves moved moving relocate relocates relocated relocating come comes came",
    "coming go goes went going travel travels travelled traveled flies flew flying fly transfer transferred back",
    "visit visits visited train flight bus trip journey commute commutes",
)
# What follows a word that is a place, a firm, a product or an event.
THINGS_WITH_NAMES = _set(
    "project team release app api office server cluster platform product tool library framework conference summit",
    "sprint branch repository repo channel room building street road avenue lane square park bridge airport",
    "station university college school hospital hotel bank inc ltd llc gmbh plc corp corporation company co group",
    "foundation trust institute award prize county city valley bay beach island islands lake mount mountain river",
    "law act bill report method model theorem test index scale effect equation protocol standard edition version",
    "update account dashboard integration workspace board ticket launch programme program initiative",
)

# "the language Ada", "a bot called Max" are no people.
KINDS_OF_THINGS = _set(
    "language project tool app library server ship storm hurricane product codename branch folder file channel",
    "room version release called named system program planet river town city street brand model bot robot agent",
    "cluster",
)
JOB_WORDS = _set(
    "executive managing creative general group national senior junior chief principal staff software product",
    "project data deputy vice assistant associate interim acting global regional technical marketing sales hr it",
    "people finance legal design research security operations",
)

# Ordinary words that people are also called, and that begin sentences. Alone they are a name only after a closer look.
WORD_NAMES = _set(
    "will mark grace may rose frank bill art hope faith joy dawn sunny rich rob chip drew grant pat sue gene",
    "august april june summer autumn stone young brown green white black gray grey king price long short cook",
    "baker bell field hill wood woods brook rivers banks cross day days love page park rice rush star ward west",
    "wise norm penny sky misty rain river ocean forest rock rusty dusty dean major judge bishop honor honour",
    "patience prudence charity mercy case chance destiny eve angel candy ginger pepper dot gale cash crystal",
    "diamond pearl jade reed rod pierce lance van don merry guy max miles chase hunter ford lane dale wade",
    "earnest ernest song sun so do my an be in on he she we you it bin any many lot much marsh bond law laws rule",
    "rules friend friends hall house church temple pool bush berry sage clay cliff heath ash basil iris lily ivy",
    "daisy ruby amber olive skip buck buddy bay fern reason sharp strong stern noble knight walker turner potter",
    "fisher porter butler miller carpenter gardener archer hung sung bang dung lang hang win wing son sin kin tan",
    "ha",
)
# The same, but only where a name is written without its capital letter.
LOWER_WORD_NAMES = WORD_NAMES | _set(
    "robin kit jay josh nick jack bob lee tony carol holly heather hazel violet jasmine melody harmony wren finch",
    "crane drake hawk martin swan teal marina harbor harbour coral raven mason carter cooper parker taylor tyler",
    "victor christian spencer chandler shepherd sawyer weaver fletcher sandy jean jeans jean-luc peter rosemary",
    "clementine cherry peach bonnie dolly tad colt gem opal the le thu than van minh mai wei wang stein novak",
    "stella nova luna sol leo aria viola felicity constance verity earl duke baron abbot marshall marshal gay",
    "blithe jolly little bright good goody best small smith brooks",
)
PLACES = _set(
    "paris jordan london chelsea brooklyn austin dallas georgia florence sydney milan madison charlotte victoria",
    "israel chad india asia kenya devon carolina dakota savannah phoenix lincoln houston denver holland cairo",
    "verona vienna siena sienna camden kingston preston bristol washington jackson orlando santiago diego",
    "francisco aspen berlin odessa valencia catalina virginia montana nevada alexandria adelaide lourdes cork",
    "derry kent lancaster york petra sofia",
)
