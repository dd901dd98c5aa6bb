"""The gazetteer for linking: entities, their names, demonyms, capitals.

entities.py --data DIR --nouns FILE --out DIR writes entities.tsv, names.tsv, demonyms.tsv and
capitals.tsv.  Every QID is read from the data.  Handwritten parts: alias lists of countries and
bodies, demonyms, capitals that the data spells otherwise, and a few single-word companies.
"""
import argparse
import csv
import re
import unicodedata
from collections import Counter, defaultdict
from urllib.parse import unquote

# Names by ISO code that the sources lack or that need another prior: name or name=prior.
COUNTRY_NAMES = {
    "AE": "UAE", "BA": "BiH=60", "BN": "Brunei", "CD":
    "Democratic Republic of Congo|DR Congo|DRC=80|Congo=60|Congo-Kinshasa|Zaire", "CF": "CAR=10",
    "CG": "Congo=30|Congo-Brazzaville|Congo Republic", "CI": "Cote d'Ivoire|Côte d'Ivoire",
    "CN": "PRC=80|Mainland China|Chinese mainland|mainland China|Communist China",
    "CV": "Cape Verde", "CZ": "Czech Republic", "DE": "Federal Republic of Germany",
    "DO": "Dominican Republic", "FK": "Falklands|Malvinas", "GB":
    "U.K.|UK|Britain|Great Britain", "GE": "Georgia=60|Republic of Georgia",
    "HK": "Hong Kong SAR|Hong Kong Special Administrative Region|HKSAR=80", "IE":
    "Republic of Ireland|Irish Republic|Éire", "IR": "Islamic Republic", "JO": "Jordan",
    "KN": "St Kitts and Nevis", "KP": "DPRK|North Korea",
    "KR": "ROK=60|South Korea|Korea=58",
    "LA": "Lao PDR|Laos", "LC": "St Lucia", "MK": "Macedonia=80|FYROM",
    "MM": "Burma", "MO": "Macau|Macao SAR|Macau SAR", "NL": "Holland|The Netherlands",
    "PH": "Philippines", "PS": "Palestinian territories|Palestinian Territories|Occupied "
    "Palestinian Territory|Palestinian Authority=60", "RU": "Russian Federation|Russia",
    "SA": "KSA=60", "ST": "Sao Tome", "SY": "Syria", "SZ": "Swaziland", "TL": "East Timor",
    "TR": "Turkey|Turkiye|Republic of Turkey|Republic of Türkiye",
    "TW": "Republic of China|ROC=30|Chinese Taipei",
    "TZ": "Tanzania", "US": "U.S.|US|U.S.A.|USA|America|United States of America",
    "VA": "Vatican|Vatican City State", "VC": "St Vincent and the Grenadines",
    "VN": "Vietnam|Viet Nam", "ZA": "RSA=30", "BH": "Bahrain", "GM": "Gambia", "SD": "Sudan",
    "XK": "Kosovo",
}
# Names by a name of the body in international-bodies.tsv.
BODY_NAMES = {
    "United Nations": "U.N.|UN|United Nations Organization", "European Union": "E.U.|EU",
    "World Health Organization": "W.H.O.|World Health Organisation",
    "Office of the United Nations High Commissioner for Refugees":
    "UN Refugee Agency|UN refugee agency|United Nations Refugee Agency|U.N. refugee agency",
    "International Organization for Migration": "UN Migration Agency|UN migration agency",
    "North Atlantic Treaty Organisation": "North Atlantic Treaty Organization|Nato",
    "World Trade Organization": "World Trade Organisation", "International Monetary Fund": "IMF",
    "United Nations Children’s Fund": "Unicef|UNICEF",
    "United Nations Educational, Scientific and Cultural Organization": "Unesco|UNESCO",
    "European Commission": "EU Commission", "European Parliament": "EU Parliament",
    "United Nations Security Council": "UN Security Council|U.N. Security Council|Security Council",
    "United Nations General Assembly": "UN General Assembly|U.N. General Assembly",
    "Association of Southeast Asian Nations": "Asean|ASEAN",
    "International Committee of the Red Cross": "ICRC|International Red Cross",
}
# Names by an organisation's name and country.
ORGANISATION_NAMES = {
    ("Amnesty International", "GB"): "Amnesty International=80|Amnesty=40",
    ("Human Rights Watch", "US"): "Human Rights Watch=80|HRW=80",
    ("Médecins Sans Frontières", "CH"): "Médecins Sans Frontières=80|Medecins Sans Frontieres=80|"
    "Doctors Without Borders=80|MSF=80", ("World Wide Fund for Nature", "CH"):
    "World Wide Fund for Nature=80|WWF=60", ("Oxfam", "GB"): "Oxfam=80|Oxfam International=80",
    ("Save the Children", "GB"): "Save the Children=80", ("Freedom House", "US"):
    "Freedom House=80", ("Chatham House", "GB"): "Chatham House=80", ("RAND Corporation", "US"):
    "RAND Corporation=80|Rand Corporation=80", ("Brookings Institution", "US"):
    "Brookings Institution=80|Brookings=40", ("Danish Refugee Council", "DK"):
    "Danish Refugee Council=80",
    ("Carnegie Endowment for International Peace", "US"):
    "Carnegie Endowment for International Peace=80|Carnegie Endowment=80",
    ("United Nations Office on Drugs and Crime", "AT"): "UNODC=80",
    ("Joint United Nations Programme on HIV/AIDS", "CH"): "UNAIDS=80",
    ("Intergovernmental Panel on Climate Change", "CH"): "IPCC=80",
    ("International Federation of Red Cross and Red Crescent Societies", "CH"): "IFRC=80",
    ("Centers for Disease Control and Prevention", "US"): "CDC=80",
    ("Federal Bureau of Investigation", "US"): "FBI=80",
    ("National Aeronautics and Space Administration", "US"): "NASA=80|Nasa=80",
    ("Federal Reserve", "US"): "Federal Reserve=80|US Federal Reserve=80|Fed=20",
    ("United States Department of State", "US"):
    "State Department=70|US State Department=80|U.S. State Department=80",
    ("Central Intelligence Agency", "US"): "CIA=80",
    ("Environmental Protection Agency", "US"):
    "US Environmental Protection Agency=80|U.S. Environmental Protection Agency=80|EPA=60",
    ("United States Department of Justice", "US"):
    "Justice Department=70|US Justice Department=80|U.S. Justice Department=80",
    ("United States Department of Defense", "US"): "Pentagon=60|Defense Department=60",
    ("United States Congress", "US"): "US Congress=80|U.S. Congress=80",
    ("Home Office", "GB"): "Home Office=50|UK Home Office=80|British Home Office=80",
    ("Foreign and Commonwealth Office", "GB"): "Foreign Office=60",
    ("British Broadcasting Corporation", "GB"): "BBC=80",
    ("Associated Press", "US"): "Associated Press=80", ("Microsoft", "US"): "Microsoft=80",
    ("Fédération Internationale de Football Association", "CH"): "FIFA=80|Fifa=80",
    ("Google", "US"): "Google=80", ("Meta", "US"): "Facebook=70", ("Apple", "US"): "Apple=70",
    ("Huawei Technologies", "CN"): "Huawei=80", ("IBM", "US"): "IBM=80",
}
# Names by a party's name and country.
PARTY_NAMES = {
    ("Communist Party of China", "CN"): "Chinese Communist Party=50|CCP=40|CPC=30",
    ("Republican Party", "US"): "GOP=40|Republicans=30", ("Democratic Party", "US"):
    "Democrats=30", ("Conservative Party", "GB"): "Tories=40|Tory Party=40",
    ("Labour Party", "GB"): "UK Labour=40",
}
# Single-word company names that are common nouns as well: kept.
COMPANIES = {"Apple", "Amazon", "Meta", "Oracle", "Shell", "Tesla", "Intel", "Visa",
             "Twitter", "Instagram", "YouTube", "Google", "Facebook"}
# Capital letters that rarely are the organisation with that acronym.
NOT_ACRONYMS = set("""CEO CFO GDP GNP HIV DNA RNA TV AI IT MD PhD BA MA MBA PDF FAQ CV DVD CD GPS
ID IQ PC PR HR OK AM PM AD BC II III IV VI VII VIII IX XI XII USB GMT UTC EST LGBT NGO NGOs DIY
COVID SARS MERS ICT VIP PhDs USD EUR GBP RMB SUV ATM FYI RIP TBA TBD ASAP PTSD ADHD AIDS UV CCTV
SMS USSR USA UK US EU UN DC LA NY NYC""".split())
DEMONYMS = {
    "AE": "Emirati", "AG": "Antiguan", "AR": "Argentine|Argentinian", "BA": "Bosnian|Herzegovinian",
    "BF": "Burkinabé", "BM": "Bermudian", "BW": "Botswanan|Motswana", "BY": "Belarusan",
    "BN": "Bruneian", "CY": "Cypriot", "DJ": "Djiboutian", "DK": "Dane",
    "EC": "Ecuadorian", "EH": "Sahrawi", "ES": "Spaniard", "FI": "Finnish|Finn",
    "FR": "Frenchman|Frenchwoman", "GB": "Briton|Scottish|Welsh|Northern Irish|Englishman|Scot",
    "GI": "Gibraltarian", "GL": "Greenlandic|Greenlander", "FO": "Faroese", "GW": "Bissau-Guinean",
    "HK": "Hongkonger|Hong Konger|Hongkongese", "IE": "Irishman", "KM": "Comorian",
    "KN": "Kittitian|Nevisian", "KZ": "Kazakh", "LS": "Basotho",
    "LU": "Luxembourgish", "MC": "Monégasque", "MM": "Myanma|Myanmarese", "MO": "Macanese",
    "MV": "Maldivian", "NL": "Dutchman|Netherlander", "NZ": "Kiwi", "NP": "Nepali",
    "PG": "Papua New Guinean|Papuan", "PL": "Pole", "PH": "Philippine|Filipina",
    "PR": "Puerto Rican",
    "PS": "Palestinian", "RE": "Réunionese", "SA": "Saudi Arabian", "SE": "Swede", "SK": "Slovak",
    "SI": "Slovene", "RS": "Serb", "HR": "Croat", "SM": "Sammarinese", "SR": "Surinamese",
    "SS": "South Sudanese", "TL": "Timorese", "TR": "Turk",
    "UZ": "Uzbek", "TM": "Turkmen", "VC": "Vincentian", "VU": "Ni-Vanuatu|Vanuatuan",
    "YE": "Yemeni", "CI": "Ivoirian", "AU": "Aussie",
    "US": "U.S.", "XK": "Kosovar|Kosovan", "MK": "North Macedonian",
    "CW": "Curaçaoan", "AW": "Aruban", "GU": "Guamanian", "NC": "New Caledonian",
}
# Source demonyms that are no word for the people of just that country.
NOT_DEMONYMS = {("GF", "French"), ("PF", "French"), ("TF", "French"), ("WF", "Welsh"),
                ("VG", "Virgin Islands, British"), ("VI", "Virgin Islands, U.S."),
                ("RE", "Reunion"),
                ("PS", "Palestinian Territory, Occupied"), ("BA", "Bosnian - Herzegovinian"),
                ("KN", "Kittian and Nevisian"), ("DM", "Dominican"), ("CG", "Congolese"),
                ("AG", "Antiguans"), ("AE", "Emirian"), ("SM", "San Marinese")}
CAPITALS = {
    "US": "Washington, D.C.|Washington D.C.|Washington DC|Washington, DC|White House",
    "UA": "Kiev", "KZ": "Astana", "BR": "Brasília", "CO": "Bogotá", "ZA": "Cape Town",
    "NL": "Hague", "IN": "Delhi", "RU": "Kremlin", "GB": "Downing Street|Whitehall|Westminster",
    "CM": "Yaoundé", "CR": "San José", "PY": "Asunción", "TG": "Lomé", "MV": "Malé",
    "IS": "Reykjavík", "MD": "Chișinău|Kishinev", "MM": "Naypyidaw|Naypyitaw", "YE": "Sana'a",
    "BO": "La Paz", "CN": "Peking|Zhongnanhai", "BI": "Bujumbura", "VA": "Holy See",
    "FR": "Élysée", "XK": "Pristina", "CI": "Abidjan", "PS": "Ramallah",
}
NOT_CAPITALS = {"Male", "Victoria", "San Jose", "Georgetown", "Kingston", "East Jerusalem",
                "St. John's", "St. George's", "El-Aaiun", "Ciudad de la Paz"}
# Titles of the map that no mention in the training part types: type by hand.
MAP_TYPES = {"Kosovo": ("Country", "XK"), "Soviet_Union": ("Country", ""),
             "England": ("Place", "GB"), "Scotland": ("Place", "GB"),
             "Europe": ("Place", ""), "Asia": ("Place", ""),
             "Africa": ("Place", ""), "Latin_America": ("Place", ""), "Middle_East": ("Place", ""),
             "Southeast_Asia": ("Place", ""), "Tibet": ("Place", "CN"), "Crimea": ("Place", ""),
             "Taliban": ("Organization", "AF"), "NASA": ("Organization", "US"),
             "White_House": ("Place", "US"), "Catholic_Church": ("Organization", ""),
             "Commonwealth_of_Nations": ("InternationalOrganization", ""),
             "Islamic_State": ("Organization", ""), "Ban_Ki-moon": ("Person", "KR"),
             "Filippo_Grandi": ("Person", "IT"), "Instagram": ("Company", "US"),
             "YouTube": ("Company", "US"),
             "Arab_Spring": ("Event", ""), "COVID-19_pandemic": ("Event", ""),
             "Eastern_Europe": ("Place", ""), "Horn_of_Africa": ("Place", ""),
             "Cape_Town": ("City", "ZA"), "New_York_(state)": ("Place", "US"),
             "New_York_City": ("City", "US"), "Far_East": ("Place", ""),
             "Holy_Roman_Empire": ("Country", ""), "Elon_Musk": ("Person", ""),
             "Fukushima_Daiichi_nuclear_disaster": ("Event", "JP"),
             "French_Revolution": ("Event", ""), "American_Civil_War": ("Event", ""),
             "Joint_Comprehensive_Plan_of_Action": ("Law", ""), "Bill_Gates": ("Person", ""),
             "Constitution_of_the_United_States": ("Law", "US"), "Jeff_Bezos": ("Person", ""),
             "Constitution_of_India": ("Law", "IN"), "Charter_of_the_United_Nations": ("Law", ""),
             "Mark_Zuckerberg": ("Person", ""), "Fidel_Castro": ("Person", "CU"),
             "Mahatma_Gandhi": ("Person", "IN"), "Mecca": ("City", "SA"),
             "Emancipation_Proclamation": ("Law", "US"), "Ottoman_Empire": ("Country", ""),
             "Twitter": ("Company", "US"), "The_New_York_Times": ("Organization", "US"),
             "The_Guardian": ("Organization", "GB"), "Toronto_Star": ("Organization", "CA"),
             "The_Sydney_Morning_Herald": ("Organization", "AU"), "ProPublica":
             ("Organization", "US"), "MSNBC": ("Organization", "US"), "Newsmax":
             ("Organization", "US"), "Yonhap_News_Agency": ("Organization", "KR"),
             "Volodymyr_Zelensky": ("Person", "UA"), "Rishi_Sunak": ("Person", "GB"),
             "Nelson_Mandela": ("Person", "ZA"), "Ronald_Reagan": ("Person", "US"),
             "John_F._Kennedy": ("Person", "US"), "Richard_Nixon": ("Person", "US"),
             "Jimmy_Carter": ("Person", "US"), "Gerald_Ford": ("Person", "US"),
             "Harry_S._Truman": ("Person", "US"), "Abraham_Lincoln": ("Person", "US"),
             "Thomas_Jefferson": ("Person", "US"), "Jawaharlal_Nehru": ("Person", "IN"),
             "Tedros_Adhanom": ("Person", "ET"), "Shimon_Peres": ("Person", "IL"),
             "Najib_Razak": ("Person", "MY"), "Karl_Marx": ("Person", "DE"),
             "George_H._W._Bush": ("Person", "US"),
             "September_11_attacks": ("Event", "US"), "The_Holocaust": ("Event", ""),
             "Spanish_Civil_War": ("Event", "ES"), "Industrial_Revolution": ("Event", ""),
             "New_START": ("Law", ""), "Clean_Air_Act_of_1963": ("Law", "US"),
             "Americans_with_Disabilities_Act_of_1990": ("Law", "US"),
             "Hindu_Marriage_Act,_1955": ("Law", "IN"),
             "Treaty_on_the_Non-Proliferation_of_Nuclear_Weapons": ("Law", ""),
             "British_Columbia": ("Place", "CA"), "Newfoundland_(island)": ("Place", "CA"),
             "New_South_Wales": ("Place", "AU"), "Queensland": ("Place", "AU"),
             "South_Australia": ("Place", "AU"), "Western_Australia": ("Place", "AU"),
             "Tasmania": ("Place", "AU"), "Jiangsu": ("Place", "CN"), "Himalayas": ("Place", ""),
             "Bay_of_Bengal": ("Place", ""), "Baltic_Sea": ("Place", ""), "Luzon": ("Place", "PH"),
             "Yellow_Sea": ("Place", ""), "New_England": ("Place", "US"), "York": ("City", "GB"),
             "Oxford": ("City", "GB")}
SHARED_PLACES = {"New York", "Georgia", "Washington", "Cambridge", "Portsmouth", "Fremont"}
US_STATES = set("""Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|
Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|
Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|
New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|
South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|
Wisconsin|Wyoming""".replace("\n", "").split("|"))
# More names of titles of the map.
MAP_NAMES = {"Washington,_D.C.": "Washington=70|Washington D.C.=80|Washington DC=80|D.C.=60",
             "New_York_City": "New York=60|NYC=70|New York, New York=60",
             "COVID-19_pandemic": "COVID pandemic=60|coronavirus pandemic=80",
             "Islamic_State": "ISIS=50|ISIL=50|Islamic State group=60",
             "Constitution_of_the_United_States": "US Constitution=60|U.S. Constitution=60",
             "Charter_of_the_United_Nations": "UN Charter=60|United Nations Charter=60",
             "Commonwealth_of_Nations": "Commonwealth=30", "Twitter": "Twitter=80",
             "The_New_York_Times": "New York Times=80", "The_Guardian": "Guardian=60",
             "George_H._W._Bush": "George Bush=80", "New_York_(state)": "New York=20",
             "Volodymyr_Zelensky": "Volodymyr Zelenskyy=60", "Tedros_Adhanom":
             "Tedros Adhanom Ghebreyesus=60",
             "Treaty_on_the_Non-Proliferation_of_Nuclear_Weapons":
             "Non-Proliferation Treaty=60|Nuclear Non-Proliferation Treaty=60",
             "Joint_Comprehensive_Plan_of_Action": "JCPOA=60|Iran nuclear deal=60",
             "World_War_II": "WWII=80|WW2=80|World War Two=80|Second World War=80",
             "World_War_I": "WWI=80|WW1=80|World War One=80|First World War=80",
             "Soviet_Union": "USSR=100|U.S.S.R.=100"}
# A title that is a people: "Russians", "Thai people".
PEOPLE = r"[A-Z]\w+s|.* (people|peoples|Armenians)|Indigenous .*"
# Where the family name comes first.
FAMILY_FIRST = {"CN", "KR", "KP", "TW", "VN", "HK", "MO", "KH", "HU", "SG", "JP", "ID", "MM"}
HEAD = r"(president|prime minister|chancellor|king|queen|emperor|paramount leader)"
MINISTRY = re.compile(
    r"(Federal |State |National |Royal )?(Ministry|Ministère|Ministerio|Government|Parliament|"
    r"Supreme Court|Senate|House of Representatives|Department of (State|Justice|Defen[cs]e|"
    r"Health|Education|Agriculture|Energy|Labor|Commerce|the))\b")


def rows(path):
    with open(path, encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def clean(name):
    """NFC, straight apostrophes, single spaces, no leading article, no trailing notes."""
    name = unicodedata.normalize("NFC", name).translate(
        {0x5F: " ", 0x2018: "'", 0x2019: "'", 0xA0: " ", 0x200B: None, 0x200E: None, 0x200F: None})
    name = re.sub(r" ?\(the\)| \*+", "", " ".join(name.split()))
    return name[4:] if name.startswith("The ") else name


def script(name):
    """latin, han or other."""
    kinds = {unicodedata.name(c, "?").split()[0] for c in name if c.isalpha()}
    return "latin" if kinds <= {"LATIN", "FEMININE", "MASCULINE"} else (
        "han" if kinds <= {"CJK", "LATIN"} else "other")


def plain(name):
    """Without diacritics."""
    text = name.translate(str.maketrans("øØłŁđĐıßæÆœ", "oOlLdDisaAo"))
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def key(name):
    return re.sub(r"\W+", " ", name.lower()).strip()


def english_wikipedia(row):
    for item in row["wikipedia"].split("|"):
        if item.startswith("en:"):
            return item[3:].replace("_", " ")
    return ""


def number(qid):
    return int(qid[1:])


class Gazetteer:
    def __init__(self, common):
        self.entities = {}        # qid -> [type, label, iso2, description]
        self.names = {}           # (name, qid) -> prior
        self.common = common

    def entity(self, qid, kind, label, country="", description=""):
        if qid not in self.entities:
            country = country if re.fullmatch("[A-Z]{2}", country) and country != "ZZ" else ""
            self.entities[qid] = [kind, clean(label), country, description]
            return True
        return False

    def name(self, name, qid, prior):
        name = clean(name)
        if len(name) < 2 or script(name) == "other" or not any(c.isalpha() for c in name):
            return
        if prior < 80 and name not in COMPANIES:
            party = name.endswith(" Party")
            if name[0].islower() and name.islower() or name.lower() in self.common and not party:
                return
        self.fix(name, qid, prior)

    def fix(self, name, qid, prior):
        """Add a name, however common it is."""
        if self.names.get((name, qid), 0) < prior:
            self.names[name, qid] = prior


def common_phrases(data, nouns):
    """Word sequences of up to three words that occur lower-cased in running text, and nouns."""
    found = Counter()
    for part in ("ewt-train", "gum-train"):
        words = []
        for line in open(f"{data}/treebank/{part}.conllu", encoding="utf-8"):
            field = line.split("\t")
            if len(field) != 10:
                words = [] if line == "\n" else words
                continue
            if not field[1].islower() or field[3] == "PROPN":
                words = []
                continue
            words.append(field[1])
            for n in (1, 2, 3):
                if len(words) >= n:
                    found[" ".join(words[-n:])] += 1
            if field[3] == "NOUN":
                found[field[2]] += 2
    common = {p for p, n in found.items() if n >= 2}
    for line in open(nouns, encoding="utf-8"):
        lemma, kind, _ = line.split("\t")
        if kind != "Thing":
            common.add(lemma)
    return common


def repair_countries(data, table):
    """The list takes the Kingdom of the Netherlands for its European country."""
    for line in open(data + "/treebank/gum-wiki-map.tsv", encoding="utf-8"):
        title, _, qid = line.split("\t")[:3]
        for row in table:
            if row["iso2"] == "NL" and title == "Netherlands":
                row["wikidata_qid"], row["official_name_en"], row["aliases_en"] = qid, "", ""


def add_countries(g, table):
    for row in table:
        qid, iso = row["wikidata_qid"], row["iso2"]
        g.entity(qid, "Country", row["name_en"], iso, row["independent"].replace("Yes", ""))
        mine = dict((n.split("=") + ["100"])[:2]
                    for n in COUNTRY_NAMES.get(iso, "").split("|") if n)
        names = [row["name_en"], row["official_name_en"], *row["aliases_en"].split("|"),
                 row["name_zh"], row["official_name_zh"]]
        names = [n for n in names if n]
        names += [n.replace("&", "and") for n in names if "&" in n]
        names += [n.replace("St. ", k) for n in names if n.startswith("St. ")
                  for k in ("St ", "Saint ")]
        names += [plain(n) for n in names if script(n) == "latin" and plain(n) != n]
        for name in names:
            if name and clean(name) not in mine:
                g.name(name, qid, 100)
        for name, prior in mine.items():
            g.name(name, qid, int(prior))


def add_bodies(g, bodies, ror):
    """Bodies; one that knows no other language is ROR's row of the same name, if there is one."""
    by_name = {key(r["name"]): r["wikidata_qid"] for r in ror
               if english_wikipedia(r) and r["wikidata_qid"] and r["status"] == "active"}
    merged = {}
    for row in bodies:
        qid = row["wikidata_qid"]
        if not qid or row["name"] == "e-Science":
            continue
        if not row["names_other_languages"] and by_name.get(key(row["name"]), qid) != qid:
            merged[qid] = by_name[key(row["name"])]
            print("merged", qid, "into", merged[qid], row["name"])
            qid = merged[qid]
        known = (len(row["names_other_languages"].split("|")) >= 5 or qid in merged.values()
                 or row["name"] in BODY_NAMES)
        prior = 90 if known else 70
        g.entity(qid, "InternationalOrganization", row["name"],
                 row["country"] if row["country"] != "EU" else "", row["org_family"])
        chinese = [n[:-3] for n in row["names_other_languages"].split("|") if n.endswith("@zh")]
        mine = BODY_NAMES.get(row["name"], "")
        names = [row["name"], *row["other_names"].split("|"), *chinese, *mine.split("|")]
        names += [n.replace("Organization", "Organisation") for n in names]
        names += [n.replace("Organisation", "Organization") for n in names]
        names += [n.replace("Programme", "Program").replace("Labour", "Labor") for n in names]
        names += [n.replace("United Nations ", k, 1) for n in names
                  if n.startswith("United Nations ") for k in ("UN ", "U.N. ")]
        for name in names:
            low = name.lower() in g.common and name not in mine.split("|") and not name.isupper()
            g.name(name, qid, 40 if low else prior)
        for name in row["former_names"].split("|"):
            g.name(name, qid, prior - 30)
        for name in row["abbreviations"].split("|"):
            if "@" not in name:
                g.name(name, qid, prior - 10)


def head_pattern(g, countries):
    """Matches descriptions of heads of state or government of a country."""
    names = {n for (n, q), p in g.names.items() if p == 100 and script(n) == "latin"}
    names |= {n.split(" of ")[0] for n in names if n.endswith(" of America")}
    adjectives = {d for r in countries for d in r["demonym_en"].split("|") if d}
    any_of = lambda words: "(" + "|".join(sorted(map(re.escape, words), key=len)[::-1]) + ")"
    return re.compile(rf"\b{HEAD} of (the )?{any_of(names)}(?! (State|Congress))\b"
                      rf"|\b{any_of(adjectives)} (president|prime minister|chancellor)\b", re.I)


NOT_HEAD = re.compile(r"\b(vice|deputy|wife|husband|spouse|son|daughter|candidate|adviser to|"
                      r"secretary to)\b|'s|vice-", re.I)


def add_people(g, table, countries):
    heads, pattern = [], head_pattern(g, countries)
    for row in table:
        qid, country = row["wikidata_qid"], row["country_iso2"].split("|")[-1]
        position = row["positions"].split("|")[-1]
        about = position or row["description"]
        head = bool(pattern.search(about) and not NOT_HEAD.search(about))
        name = re.sub(r" \(.*|, .*", "", row["name"])
        g.entity(qid, "Person", name, country, about[:80])
        prior = 80 if head else 60 if "ice President of the United" in position else 40
        names = [name, *[n.split("@")[0] for n in row["other_names"].split("|")]]
        names += [plain(n) for n in names]
        for n in names:
            if script(n) == "latin" and " " in n:
                g.name(n, qid, prior)
        if head:
            heads.append((qid, name, country))
    last = Counter(e[1].split()[-1] for e in g.entities.values() if e[0] == "Person")
    last_of_heads = Counter(name.split()[-1] for _, name, _ in heads)
    for qid, name, country in heads:
        parts = name.split()
        if country not in FAMILY_FIRST and len(parts) == 2 and last_of_heads[parts[1]] == 1 and (
                last[parts[1]] <= 3):
            g.name(parts[1], qid, 25)
            g.name(plain(parts[1]), qid, 25)
    print(len(heads), "heads of state or government")


def add_parties(g, table):
    for row in table:
        qid = row["wikidata_qid"]
        title = unquote(row["wikipedia_url"].rsplit("/", 1)[-1]).replace("_", " ")
        years = "-".join((row["year_founded"], row["year_dissolved"])).strip("-")
        g.entity(qid, "PoliticalParty", row["name"], row["country_iso2"], years)
        prior = 35 if row["year_dissolved"] else 50
        for name in (row["name"], row["name_native"], re.sub(r" \(.*", "", title)):
            if "#" not in name and len(name) > 3:
                g.name(name, qid, prior)
        if script(row["abbreviation"]) == "latin" and row["abbreviation"] not in NOT_ACRONYMS:
            g.name(row["abbreviation"], qid, 10)
        more = PARTY_NAMES.get((row["name"], row["country_iso2"]), "")
        for name, worth in re.findall(r"([^|=]+)=(\d+)", more):
            g.name(name, qid, int(worth))


# ROR has some cities and regions, under their governments' names.
AREA = re.compile(r"(?P<kind>City of|Town of|Stadt|Municipality of|Province of|State of|Region of)"
                  r" (?P<of>\S+( \S+)?)")


def kind_of(row):
    types = row["types"].split("|")
    area = AREA.fullmatch(row["name"])
    if area and key(english_wikipedia(row).split(",")[0]) == key(area["of"]):
        return "City" if area["kind"] in ("City of", "Town of", "Stadt") else "Place"
    if "education" in types:
        return "University"
    if "company" in types:
        return "Company"
    if "government" in types and MINISTRY.match(row["name"]):
        return "Government"
    return "Organization"


def generic(name, national):
    """A ministry's or parliament's name that does not say of which country."""
    return MINISTRY.match(name) and not national.search(name)


def add_organisations(g, ror, countries):
    live = [r for r in ror if r["status"] != "withdrawn"]
    bare = {r["ror_id"]: re.sub(r" \([^()]*\)$", "", r["name"]) for r in live}
    rows_of = Counter(key(n) for n in bare.values())
    acronym_rows = Counter(a for r in live for a in set(r["acronyms"].split("|")))
    words = {n for (n, q), p in g.names.items() if g.entities[q][0] == "Country" and len(n) > 3}
    words |= {d for r in countries for d in r["demonym_en"].split("|") if d}
    national = re.compile(r"\b(" + "|".join(map(re.escape, sorted(words))) + r")\b")
    by_title, by_name = {}, {}    # English Wikipedia title, bare name -> the oldest QID
    for row in live:
        qid = row["wikidata_qid"]
        if qid:
            company = row["types"].startswith("company")
            for table, k in ((by_title, english_wikipedia(row)),
                             (by_name, key(bare[row["ror_id"]]) if company else "")):
                if k and (k not in table or number(qid) < number(table[k])):
                    table[k] = qid
    titles = {key(t) for t in by_title}
    for row in live:
        qid, title, name = row["wikidata_qid"], english_wikipedia(row), bare[row["ror_id"]]
        # Rows without an English article: of companies and archives too many, and too obscure.
        if not qid or (row["types"] in ("company", "archive") and not title):
            continue
        g.entity(qid, kind_of(row), name, row["country_iso2"], row["city"])
        holds = title and by_title[title] == qid
        prior = 60
        if holds and (rows_of[key(name)] == 1 or key(title) == key(name)
                      or by_name.get(key(name)) == qid):
            prior = 60
        elif rows_of[key(name)] > 1:
            prior = 5 if key(name) in by_name or key(name) in titles else 20
        elif title and not holds:
            prior = 20
        if row["status"] == "inactive":
            prior = min(prior, 40)
        g.name(name, qid, 10 if generic(name, national) else prior)
        if holds:
            text = re.sub(r" \(.*", "", title)
            g.name(text, qid, 10 if generic(text, national) else prior)
        if name.startswith("United States "):
            for short in ("US ", "U.S. "):
                g.name(name.replace("United States ", short, 1), qid, prior)
        for alias in row["aliases"].split("|"):
            text, _, language = alias.partition("@")
            if language in ("", "en", "zh") and len(text) > 1 + 2 * (language != "zh"):
                g.name(text, qid, 10 if generic(text, national) else max(5, prior - 10))
        for short in row["acronyms"].split("|"):
            if short.lower() not in g.common and short not in NOT_ACRONYMS:
                alone = acronym_rows[short] == 1 and len(short) >= 4 and holds
                g.name(short, qid, min(prior, 25 if alone else 10))
        more = ORGANISATION_NAMES.get((name, row["country_iso2"]), "")
        for text, worth in re.findall(r"([^|=]+)=(\d+)", more):
            g.fix(text, qid, int(worth))


def gum_mentions(data):
    """Wikified mentions of the training part: title -> types, head classes, surface forms."""
    found = defaultdict(lambda: (Counter(), Counter(), Counter()))
    plurals = Counter()
    words, open_ = [], []
    for line in open(data + "/treebank/gum-train.conllu", encoding="utf-8"):
        field = line.rstrip("\n").split("\t")
        if len(field) != 10 or not field[0].isdigit():
            if line == "\n":
                words, open_ = [], []
            continue
        words.append(field)
        mark = re.search(r"(?:^|\|)Entity=([^|]*)", field[9])
        if not mark:
            continue
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", mark.group(1)):
            if piece[0] == "(":
                info = piece.strip("()").split("-")
                open_.append((info, len(words) - 1))
            if piece[-1] == ")":
                group = piece.strip("()").split("-")[0]
                for k in range(len(open_) - 1, -1, -1):
                    if open_[k][0][0] == group:
                        info, begin = open_.pop(k)
                        if len(info) >= 8:
                            span = words[begin:]
                            head = int(info[5].split(",")[0]) - 1
                            word = span[min(head, len(span) - 1)]
                            name = "-".join(info[7:])
                            types, heads, forms = found[name]
                            types[info[1]] += 1
                            heads[word[3]] += 1
                            plurals[name] += "Number=Plur" in word[5]
                            tokens = [w[1] for w in span if w[1].lower() != "the"]
                            if tokens and all(w[3] == "PROPN" or w[1].lower() == "the"
                                              for w in span):
                                forms[" ".join(tokens).replace(" .", ".").replace(" ,", ",")] += 1
                        break
    return found, plurals


def titles_of(path):
    """All titles that mentions of a part are linked to."""
    found = set()
    for line in open(path, encoding="utf-8"):
        mark = re.search(r"(?:\t|\|)Entity=([^|\n]*)", line)
        for piece in re.findall(r"\(([^()]*)", mark.group(1) if mark else ""):
            info = piece.split("-")
            found.add("-".join(info[7:]))
    return found - {""}


def city_of(title):
    """Name of a city in ROR: "Portland" for "Portland, Oregon"; the article is on the city."""
    return "" if "(" in title else plain(title.split(", ")[0])


def seats_of(ror):
    """Cities of at least five institutions -> country of nearly all of them, or ''."""
    found = defaultdict(Counter)
    for row in ror:
        found[plain(row["city"])][row["country_iso2"]] += 1
    seats = {}
    for city, countries in found.items():
        (country, n), total = countries.most_common(1)[0], sum(countries.values())
        if city and total >= 5:
            seats[city] = country if n >= 0.9 * total else ""
    return seats


def add_map(g, data, countries, cities, left_out):
    found, plurals = gum_mentions(data)
    kinds = {"person": "Person", "place": "Place", "organization": "Organization",
             "event": "Event"}
    capitals = {plain(r["capital"]): r["iso2"] for r in countries if r["capital"]}
    added = Counter()
    for row in rows(data + "/treebank/gum-wiki-map.tsv"):
        raw, qid = row["#FormattedTitle"], row["WikidataID"]
        if not re.fullmatch(r"Q\d+", qid) or raw.startswith("List_of") or raw in left_out:
            continue
        title = unquote(raw).replace("_", " ")
        short = re.sub(r" \(.*|, [A-Z].*", "", title)
        kind, iso = MAP_TYPES.get(unquote(raw), ("", ""))
        types, heads, forms = found.get(raw, ({}, {}, {}))
        if "(U.S. state)" in title or "(state)" in title or (
                title in US_STATES and title not in SHARED_PLACES):
            kind, iso = "Place", "US"
        if not kind and plain(title) in capitals:
            kind, iso = "City", capitals[plain(title)]
        if not kind and not types and city_of(title) in cities and (
                title.lower() not in g.common and title not in SHARED_PLACES):
            kind, iso = "City", cities[city_of(title)]
        if not kind and types:
            kind = kinds.get(Counter(types).most_common(1)[0][0], "")
            proper = heads.get("PROPN", 0) / sum(heads.values())
            if kind == "Person" and 2 * plurals[raw] > sum(heads.values()):
                kind = "Group" if re.fullmatch(PEOPLE, title) else ""
            elif kind == "Person" and re.fullmatch(PEOPLE, title) and " " in title:
                kind = "Group"
            elif kind == "Person" and (" " not in short or not title.split()[1][0].isupper()):
                kind = ""
            elif proper < 0.5:
                kind = ""
            if kind == "Place" and city_of(title) in cities:
                kind, iso = "City", cities[city_of(title)]
        if not kind:
            continue
        new = g.entity(qid, kind, title, iso)
        if kind == "Place" and g.entities[qid][0] == "Organization" and (
                unquote(raw) in MAP_TYPES or title in US_STATES):
            g.entities[qid][:2] = kind, clean(title)    # ROR has a few states and buildings
        added[kind] += new
        prior = {"Person": 60, "City": 70, "Place": 70}.get(kind, 60)
        if kind == "Country":
            prior = 100
        g.name(title, qid, prior)
        if short != title:
            g.name(short, qid, 20 if ", " in title else 30)
        if plain(title) != title:
            g.name(plain(title), qid, prior)
        for name, worth in re.findall(r"([^|=]+)=(\d+)", MAP_NAMES.get(unquote(raw), "")):
            g.name(name, qid, int(worth))
        for form, n in forms.items():
            if form[0].isupper() and (kind != "Person" or " " in form) and n >= 2 and (
                    " " in form or kind in ("Place", "City", "Organization", "Country")):
                g.name(form, qid, 30)
    print("from the map:", dict(added))


def settle(g):
    """Where a name is a country's, a body's or a city's, other entities of that name step back."""
    by_name = defaultdict(list)
    for name, qid in g.names:
        by_name[name].append(qid)
    for name, qids in by_name.items():
        kind = {q: g.entities[q][0] for q in qids}
        prior = {q: g.names[name, q] for q in qids}
        strong = [q for q in qids if kind[q] in ("Country", "InternationalOrganization")
                  and prior[q] >= 60]
        cities = [q for q in qids if kind[q] in ("City", "Place") and prior[q] >= 70]
        tops = [q for q in qids if prior[q] == max(prior.values())]
        if strong:
            best = max(strong, key=lambda q: (kind[q] == "Country", prior[q], -number(q)))
            for q in qids:
                if q not in strong and name != "Georgia":
                    g.names[name, q] = 5
                elif q in strong and q != best and kind[q] != "Country":
                    g.names[name, q] = min(prior[q], 40)
        elif cities:
            for q in qids:
                if q not in cities and kind[q] not in ("Person", "Country"):
                    g.names[name, q] = min(prior[q], 10)
        elif len(tops) > 2 and kind[tops[0]] not in ("Person", "PoliticalParty"):
            for q in tops:
                g.names[name, q] = max(5, prior[q] // len(tops))


def write(path, header, lines):
    with open(path, "wb") as out:
        if header:
            out.write(header.encode() + b"\n")
        for line in sorted("\t".join(map(str, l)).encode() for l in lines):
            out.write(line + b"\n")
    print(path.rsplit("/", 1)[-1], len(lines), "rows")


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--nouns", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--without-map", action="store_true", help="leave GUM's rows out (to measure)")
    a.add_argument("--without-dev", action="store_true",
                   help="leave out what only GUM's dev part mentions (to measure)")
    args = a.parse_args()
    folder = args.data + "/gazetteer/"
    countries = list(rows(folder + "countries.tsv"))
    repair_countries(args.data, countries)
    ror = list(rows(folder + "organisations.tsv"))
    g = Gazetteer(common_phrases(args.data, args.nouns))
    add_countries(g, countries)
    add_bodies(g, rows(folder + "international-bodies.tsv"), ror)
    add_people(g, rows(folder + "politicians.tsv"), countries)
    add_parties(g, rows(folder + "parties.tsv"))
    add_organisations(g, ror, countries)
    if not args.without_map:
        parts = [titles_of(f"{args.data}/treebank/gum-{part}.conllu") for part in ("dev", "train")]
        add_map(g, args.data, countries, seats_of(ror),
                parts[0] - parts[1] if args.without_dev else set())
    settle(g)
    named = {q for _, q in g.names}
    write(args.out + "/entities.tsv", "qid\ttype\tlabel\tcountry\tdescription",
          [(q, *e) for q, e in g.entities.items() if q in named])
    write(args.out + "/names.tsv", "", [(n, q, p) for (n, q), p in g.names.items()])

    label = {e[2]: (q, e[1]) for q, e in reversed(g.entities.items()) if e[0] == "Country" and e[2]}
    demonyms = {}
    for row in countries:
        for word in row["demonym_en"].split("|"):
            if word and (row["iso2"], word) not in NOT_DEMONYMS:
                demonyms.setdefault(word, row["iso2"])
    for iso, words in DEMONYMS.items():
        for word in words.split("|"):
            if word:
                demonyms[word] = iso
    write(args.out + "/demonyms.tsv", "",
          [(w, *label[i]) for w, i in demonyms.items() if i in label])
    capitals = {}
    for row in countries:
        capital = clean(row["capital"])
        if capital and row["independent"] in ("Yes", "In contention") and (
                capital not in NOT_CAPITALS and (capital, row["wikidata_qid"]) not in g.names):
            capitals[capital] = row["iso2"]
    for iso, words in CAPITALS.items():
        for word in words.split("|"):
            if word:
                capitals[word] = iso
    write(args.out + "/capitals.tsv", "",
          [(w, *label[i]) for w, i in capitals.items() if i in label])


if __name__ == "__main__":
    main()
