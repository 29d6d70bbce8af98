import { wordSet } from "../wording/word-set";

/** People whom a text names by what they are; with those of source-words.ts, the nouns that a speaker's phrase ends with. */
export const COMMON_PEOPLE = wordSet(
  "actor actress accountant addict adult agent anchor anchorman artist assistant athlete aunt author baby banker barber blogger boss boy boyfriend " +
    "bride brother builder businessman businesswoman buyer caller caretaker carpenter cashier celebrity ceo champion chef chief child citizen " +
    "clerk client coach columnist comedian commander commissioner commuter contractor cook cop councillor counsel counselor cousin customer dad " +
    "daughter dealer detective developer director doctor driver editor elder engineer enthusiast entrepreneur expat facebooker farmer father female " +
    "fighter firefighter fisherman foreigner founder gentleman girl girlfriend grandfather grandma grandmother grandpa guard guest guide guy head " +
    "hero homeowner housewife hunter husband immigrant inhabitant inmate inspector intern janitor journo kid lady landlord lobbyist local lover maid male " +
    "manager marine marketer mechanic merchant migrant miner mogul mom monk mother motorist mum musician narrator native nominee novelist " +
    "nun nurse officer one operator organiser owner painter parent partner passenger pastor patient pensioner performer pharmacist philosopher " +
    "photographer physician pilot pirate player poet policeman policewoman politico postman priest principal prisoner producer programmer " +
    "protestor psychologist punter rabbi recruit refugee retailer retiree rioter robot runner sailor salesman saleswoman secretary seller " +
    "sergeant server sheriff shopkeeper shopper singer sister soldier son speaker specialist star stranger subscriber superintendent supervisor " +
    "surgeon survivor suspect taxpayer technician teen teenager tenant therapist thief tourist trader trainer traveler traveller trooper tutor " +
    "tycoon uncle undergraduate user vendor vet victim villager visitor voice volunteer waiter waitress wife winner youngster foe folk other stranger " +
    "insurgent terrorist gunman attacker accused defendant plaintiff complainant applicant claimant convict detainee captain colonel lieutenant corporal lord expert dj host mother-in-law",
);

/** What stands before or behind such nouns, things that speak in somebody's stead, and words that name nothing. */
export const COMMON_WORDS = wordSet(
  "academic active actual adult african aged alleged american angry apparent appeals armed asian assorted authority average background bad bar best " +
    "big black blue border brand british broad business cabinet cable central chain chat chinese civil civilian classic classified close club coal " +
    "college comment comments commercial common concerned conference congressional conservative content contest context conventional corporate cross " +
    "crime criminal critical current dead deal dear debate deep defence defense democratic deputy diplomatic direct district domestic double due early " +
    "economic editorial elderly elected election electoral elite email environmental established ethnic european event everyday evidence ex " +
    "executive exit external extreme false family famous far fashion federal female few fellow field film final finance financial first food " +
    "football foreign forensic former free french front full fundraising gay general german good grand green gun hacked hardcore health heavy high " +
    "high-level high-ranking hill home homeland hourly human identified illegal immigration independent individual industry inner inside insurance " +
    "intelligence internal international internet interview iranian iraqi irish islamic island israeli italian japanese joint junior key kind known labor labour large " +
    "last late latest law lead leading leaked legal less liberal like-minded little live local long longtime low main major male many maritime market " +
    "marketing mass math medical mid mid-level middle military minor mobile moderate modern moral multiple muslim mystery narrative nearby national " +
    "native naval near new news next night non normal northern numerous oil old online only open opinion opposing ordinary outside own owner palestinian parliamentary " +
    "partial particular past peace personal phone point polish political poor popular possible powerful present presidential press previous prime " +
    "primary prior prison private pro product progressive prominent proud public quick quiet radical radio random real recent red regional regular related " +
    "religious reported republican research residential retired rich right rising rival royal rural russian saudi scientific second secret " +
    "secular security self senior separate serious service several sex short sick side silent similar single small smart social soft solo " +
    "source-close southern soviet special specific sports spy staff standard state still street strong subject sub suburban super supposed sure swiss syrian " +
    "talk target tax taxi tea tech technical television terror text third tired top total tough trade traffic tribal true trusted turkish tv typical " +
    "ukrainian unidentified unknown unnamed unspecified upper urban us various veteran vice video viral virtual vocal wealthy weather web western " +
    "white whole wide wild wing wise wisdom woman working world would-be wrong young younger youth " +
    "account alike anecdotal appeal applause arm article attendance aviation bill blog book budget buying byline call caption chart city climate color commentary " +
    "conversation critique data day demographic die display disclaimer election engagement enlisted entrance entry everywhere exchange existence " +
    "expected facebook feeling forum game graphic group handwritten headline history hour house image information instagram interest interpretation lib life line link " +
    "list log magazine mail making meme minute model month narration note notice outreach page percentage perspective petition piercing poster posting " +
    "prayer press-release priority projection proposal question quote rally rank rate rating reality reckoning reddit response rumor rumour rump scant " +
    "school screen sector self-described sense series sign song speech stars story streaming struggling summary survey team term testing text thing thread time timing title " +
    "topic twitter unattributed undisclosed untitled view voice-over voiceover wall war week whatsapp wikipedia word work year youtube",
);

/** Words of other languages with which no name begins: "un portavoz", "en talsmand", "ein Sprecher". */
export const FOREIGN_ARTICLES = wordSet("un una une uno unos unas en et ein eine einer der die das les los las l' het een egy um uma");

/** First names that people are called by often, and that are no other word: one of them makes two small words a name. */
export const FIRST_NAMES = wordSet(
  "aaron abdul abdullah abigail adam adrian ahmad ahmed aisha alan albert alejandro alex alexander alexandra alexis ali alice alison allison amanda amber amy ana andre " +
    "andrea andreas andrei andrew andy angela anita ann anna anne annie anthony antonio arthur ashley barack barbara barry ben benjamin bernard bernie beth betty beverly " +
    "bob bobby boris brad bradley brandon brenda brian brittany bruce bryan cameron carl carla carlos carmen carol caroline carolyn catherine cathy charles charlie charlotte " +
    "cheryl chris christina christine christopher cindy claire claudia colin connie craig cynthia dan daniel danielle danny dave david dawn debbie deborah debra denise " +
    "dennis derek diana diane dmitri don donald donna dorothy doug douglas duncan dylan eddie edgar eduardo edward eleanor elena elizabeth ellen emily emma emmanuel eric erica erik " +
    "erin ethan eugene eva evelyn fatima fernando florence frances francesca francis francisco frank fred frederick gabriel gary gavin geoff george gerald giovanni giuseppe gloria " +
    "gordon greg gregory guillermo hannah hans harold harry hassan heather hector heidi helen helmut henry herbert hillary howard hugh hugo hussein ian ibrahim igor irene isabel isabella ivan jack " +
    "jackie jacob jacqueline james jamie jan jane janet janice jason javier jean jeff jeffrey jennifer jeremy jerry jesse jessica jesus jill jim jimmy joan joanna joe joel johan johannes john " +
    "johnny jon jonathan jordan jorge jose joseph joshua joyce juan juanita judith judy julia julian julie justin karen karl kate katherine kathleen kathryn kathy keith kelly ken kenneth kevin khalid kim " +
    "kyle larry laura lauren lawrence leonard leonardo leslie linda lisa liz lori louis louise lucas lucia lucy luis luke lynn madison manuel marco marcus margaret maria marie marilyn mario mark martha martin " +
    "mary matt matthew maureen megan melania melissa mercedes michael michelle miguel mike mikhail mohamed mohammad mohammed molly monica muhammad mustafa nancy naomi natalie nathan nathaniel neil nicholas nicola nicole nigel nikolai noah " +
    "olga oliver olivia omar oscar oskar pamela patricia patrick paul paula pedro peggy peter phil philip phillip pierre rachel rafael ralph ramon raymond rebecca reginald ricardo richard robert roberto rodney roger " +
    "ronald rosa rosemary ross roy russell ruth ryan sabrina salma samantha samuel sandra sara sarah scott sean sebastian sergei sergey sergio sharon sheila shirley simon sofia sophia sophie stanley stefan " +
    "stephanie stephen steve steven stuart susan suzanne sylvia tamara tammy ted teresa terry theodore theresa thomas tiffany tim timothy tina todd tom tommy tony tracy tyler valerie vanessa vera veronica vicki victor victoria " +
    "vincent virginia vivian vladimir walter wanda wayne wendy willard william winston wolfgang xavier yasmin yolanda yuri yusuf yvonne zachary zoe",
);
