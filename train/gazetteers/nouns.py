"""Types of common nouns, from WordNet's hypernyms.

nouns.py --wordnet DIR --out FILE.  Lines lemma, type, supersense, sorted bytewise by lemma.  A
sense has the type of its nearest anchored hypernym; a lemma has the type of its first sense when
the tag counts make that sense dominant, else the type with the most tags over its senses.
"""
import argparse
import re
from collections import Counter, defaultdict

SUPERSENSES = {3: "tops", 4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body",
               9: "cognition", 10: "communication", 11: "event", 12: "feeling", 13: "food",
               14: "group", 15: "location", 16: "motive", 17: "object", 18: "person",
               19: "phenomenon", 20: "plant", 21: "possession", 22: "process", 23: "quantity",
               24: "relation", 25: "shape", 26: "state", 27: "substance", 28: "time"}

# Lemma.sense of the synsets that give their hyponyms a type.
ANCHORS = {
    "Law": """law.1 law.2 act.1 bill.1 treaty.1 legislation.1 civil_law.1 international_law.1
        legal_code.1""",
    "Policy": """policy.1 policy.2 plan.1 plan_of_action.1 program.2 prohibition.2 prohibition.4
        prohibition.5 ban.1 sanction.2 regulation.1 regulation.2 regulation.6 measure.1
        restriction.1 restriction.2 restriction.3 levy.1 reform.1 reform.2 rule.1 rule.3
        subsidy.1 embargo.1 agreement.1""",
    "Government": """government.1 government_department.1 administration.2 legislature.1 court.1
        court.3 local_department.1 judiciary.1 polity.1 state.3 council.1 bureaucracy.2
        government_officials.1""",
    "Organization": """organization.1 institution.1 company.1 enterprise.2 agency.1 party.1 team.1
        unit.3 educational_institution.1 force.5 committee.1 alliance.2""",
    "Group": """group.1 people.1 social_group.1 population.1 ethnic_group.1 gathering.1
        occupational_group.1 kin.2 body.2 family.1 family.2 political_movement.1 crew.1""",
    "Role": "person.1",
    "Place": """location.1 region.1 region.3 structure.1 body_of_water.1 geological_formation.1
        facility.1 land.3 land.4 way.6 area.1 area.5 establishment.4 country.1 political_unit.1
        territory.3 stream.1 geographic_point.1 workplace.1 territorial_dominion.1
        municipality.2""",
    "Event": """event.1 happening.1 social_event.1 war.1 military_action.1 conflict.1 conflict.3
        protest.2 election.1 vote.1 crisis.1 crisis.2 disaster.1 disaster.2 accident.1 meeting.1
        atmospheric_phenomenon.1 attack.1 ceremony.1 conference.1 strike.1 celebration.1 killing.2
        epidemic.1 epidemic_disease.1 revolution.2 coup.1 operation.2 campaign.1 visit.1
        discussion.1 demonstration.3 summit.3 race.1 contest.1""",
    "Work": """document.1 written_communication.1 publication.1 creation.2 statement.1 message.2
        speech.1 speech.3 address.3 music.1 show.1 show.3 news.1 recording.1 print_media.1
        broadcast.1 product.2 picture.2 auditory_communication.1 representation.2""",
    "Time": """time_period.1 time_unit.1 time.1 time.5 day.1 month.1 year.1 season.1 point.6
        date.1 beginning.3 calendar_day.1 age.3""",
    "Quantity": """measure.2 amount.1 amount.2 number.1 number.2 rate.1 rate.2 percentage.1
        definite_quantity.1 indefinite_quantity.1 unit_of_measurement.1 magnitude.1
        magnitude_relation.1 cost.1 income.1 gain.4 sum.1 price.2 quantity.3 datum.1
        fundamental_quantity.1 financial_gain.1 expenditure.1""",
    "Condition": """state.2 feeling.1 attribute.2 illness.1 ill_health.1 symptom.1 difficulty.2
        motivation.1""",
    "Activity": """act.2 activity.1 process.1 process.6 phenomenon.1 group_action.1 speech_act.1
        change.3 movement.2 growth.1 natural_process.1 development.1 movement.1 motion.3 rise.1
        increase.1 decrease.4""",
    "Thing": """matter.3 object.1 artifact.1 organism.1 thing.12 substance.1 possession.2 animal.1
        plant.2 biological_group.1 asset.1 assets.1 physical_entity.1 body_part.1 food.1
        collection.1 natural_phenomenon.1 energy.1""",
    "Abstract": """entity.1 abstraction.6 communication.2 cognition.1 content.5 relation.1 system.2
        psychological_feature.1 trend.1 direction.1 line.11 point.2 position.1 shape.1 space.1
        taxonomic_group.1 mathematical_relation.1 topographic_point.1""",
}

# General nouns whose most tagged sense is not the one of political and news prose.
OVERRIDES = {
    "Law": """
        accord agreement amendment charter clause convention decree directive edict ordinance
        pact protocol treaty""",
    "Policy": """
        agenda asylum austerity bailout ban blockade cap curfew deal embargo framework
        guideline incentive initiative licence license limitation lockdown mandate measure
        moratorium penalty permit programme proposal quarantine quota reform regulation
        requirement resolution restriction roadmap rule safeguard sanction scheme stimulus
        strategy surcharge tariff visa welfare""",
    "Government": """
        administration authorities authority bureau cabinet commission congress consulate
        embassy judiciary ministry monarchy municipality parliament presidency regime
        regulator senate treasury tribunal""",
    "Organization": """
        academy agency airline alliance army bank board broadcaster carrier charity church
        club coalition college corporation enterprise factory firm hospital label laboratory
        magazine media military militia movement navy newspaper ngo nonprofit opposition
        outlet police press publisher retailer school start-up startup supplier think_tank
        troop union university""",
    "Group": """
        audience band clan class community crowd diaspora electorate elite generation
        household minority population public society workforce youth""",
    "Role": """
        agent ally asylum_seeker businessperson chief counterpart enemy expert figure founder
        head human islamist jihadist lawmaker lead leaver member netizen official operator
        opponent policymaker priest rival soul source suspect victim vlogger""",
    "Place": """
        abroad area asylum_centre border camp capital checkpoint coast country dam destination
        detention_centre district field forum frontier homeland market nation neighborhood
        neighbourhood overseas platform port province refuge route settlement square state street
        venue website world""",
    "Event": """
        accident anniversary arrest assassination bombing ceasefire collapse competition
        conflict coup crackdown crisis death debate demonstration disaster drought earthquake
        emergency epidemic escape event exhibition famine flood genocide hearing heatwave
        incident invasion launch match meeting outbreak pandemic protest recession referendum
        revolt session storm strike summit talk talks trial uprising violence war wildfire""",
    "Work": """
        analysis article blog book certificate contract e-mail email essay film information
        letter list manifesto news newsletter paper paperwork passport petition podcast poll
        post propaganda report review song speech statement story study survey text tweet
        video vlog""",
    "Time": """
        date deadline decade era future midday midnight moment noon past present term today
        tomorrow while yesterday""",
    "Quantity": """
        average budget cost currency data debt deficit fee fine funding gdp income inflation
        level loan majority number per_cent percent price profit proportion rate revenue
        salary share statistic statistics toll turnout volume wage""",
    "Condition": """
        ability abundance advantage age anger barrier citizenship condition damage depth
        difficulty discontent distress fear freedom frustration gender grievance hope impact
        improvement inequality influence insecurity issue leisure misfortune mobility
        morbidity need opportunity perspective poverty power pressure privilege probability
        problem prospect result right risk security shortage situation sovereignty stability
        status stress success support surplus tension threat trust unemployment urgency
        weather""",
    "Activity": """
        accounting advertising agriculture behavior business campaign censorship change cheer
        conservation consultation control corruption counseling crime deception decrease delay
        demand deportation detention diplomacy discrimination economy editing effect effort
        emigration employment espionage export farming fighting filing fishing flow governance
        growth immigration import industry innovation investment job killing labor labour
        mediation migration mining modeling mutation negotiation negotiations persecution
        phenomenon practice production promotion raising repression research response return
        search spending spread submission surveillance talking tourism trade transformation
        transport transportation travel treatment trend use variation warming work""",
    "Thing": """
        aid barrel cab cage carport carving coil crop crust cue diary door drawer drug
        electricity fabrication fence ferry food frame fund furnace furniture gas gate goods
        grain grant grave heel hitch housing hutch infrastructure internet inventory invoice
        memorial money oil pipe pipeline rail reef saw sculpture seat shed skylight soil stall
        structure table tent ticket tube wall water weapon window""",
    "Abstract": """
        absurdity accent advice allegation angle assumption blame bottom case cause chance
        claim complaint conundrum credit criterion criticism culture democracy destiny
        deviation dialect dimension discourse domain edge end excuse factor fate front goal
        guess hint hurdle hypocrisy idea ideology index instance insult interface irony jargon
        judgement karma language lie limit line mantra meaning middle midst miracle
        misunderstanding motto myth network nonsense norm outline parameter permission
        politics premise pun question reach reason religion sake scenario scope secret sector
        series setoff side slang speculation stage style suite system talent technology
        thanks theory thing tip top topic utterance value variant voice way wit""",
}


def load(folder):
    """Synsets (supersense, hypernyms, words), senses of each lemma, tag counts."""
    synsets, senses, tags = {}, {}, Counter()
    for line in open(folder + "/data.noun", encoding="latin-1"):
        if line[0] == " ":
            continue
        field = line.split(" | ")[0].split()
        n = int(field[3], 16)
        words = [w for w in field[4:4 + 2 * n:2]]
        p = 5 + 2 * n
        links = [field[p + 4 * i:p + 4 * i + 4] for i in range(int(field[p - 1]))]
        up = [k[1] for k in links if k[0] == "@"]
        named = any(k[0] == "@i" for k in links)
        synsets[field[0]] = (SUPERSENSES[int(field[1])], up, words, named)
    for line in open(folder + "/index.noun", encoding="latin-1"):
        if line[0] != " ":
            field = line.split()
            senses[field[0]] = field[-int(field[2]):]
    for line in open(folder + "/cntlist.rev", encoding="latin-1"):
        key, number, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest[0] == "1":
            tags[lemma, int(number)] = int(count)
    return synsets, senses, tags


def anchored(senses):
    types = {}
    for kind, text in ANCHORS.items():
        for item in text.split():
            lemma, number = item.rsplit(".", 1)
            if lemma in senses and int(number) <= len(senses[lemma]):
                types.setdefault(senses[lemma][int(number) - 1], kind)
            else:
                print("no such sense:", item)
    return types


def type_of(synset, synsets, types):
    """The type of the nearest anchored hypernym, breadth first."""
    level, seen = [synset], set()
    while level:
        found = [types[s] for s in level if s in types]
        if found:
            return found[0]
        seen.update(level)
        level = [u for s in level for u in synsets[s][1] if u not in seen]
    return "Abstract"


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--wordnet", required=True)
    a.add_argument("--out", required=True)
    args = a.parse_args()
    synsets, senses, tags = load(args.wordnet)
    types = anchored(senses)
    override = {}
    for kind, text in OVERRIDES.items():
        for lemma in text.split():
            assert lemma not in override, lemma
            override[lemma] = kind
    changed = 0
    rows = {}
    for lemma, offsets in senses.items():
        if not re.fullmatch(r"[a-z][a-z'-]+(_[a-z][a-z'-]+)?", lemma):
            continue
        votes, first, last = Counter(), None, None
        total = 0
        for number, offset in enumerate(offsets, 1):
            supersense, _, words, named = synsets[offset]
            if lemma not in words or named:      # a proper name
                continue
            kind = type_of(offset, synsets, types)
            if kind in ("Thing", "Abstract", "Activity"):
                kind = {"person": "Role", "state": "Condition"}.get(supersense, kind)
            count = tags[lemma, number]
            first = first or (kind, supersense, count)
            votes[kind] += count
            total += count
        if not first:
            continue
        kind, supersense, count = first
        if total and 2 * count < total:
            kind = votes.most_common(1)[0][0]
        if lemma in override:
            changed += kind != override[lemma]
            kind = override[lemma]
        rows[lemma] = (kind, supersense, total)
    absent = [l for l in override if l not in rows]
    for lemma in absent:
        rows[lemma] = (override[lemma], "", 1)
    kept = {}
    for lemma, (kind, supersense, total) in rows.items():
        rare = "_" in lemma and not total and (
            kind == "Thing" or supersense in ("plant", "animal", "food", "body", "substance"))
        if rare or (not total and supersense in ("plant", "animal", "body", "substance", "food")
                    and kind == "Thing" and len(lemma) > 9):
            continue
        kept[lemma.replace("_", " ")] = (kind, supersense)
    with open(args.out, "wb") as out:
        for lemma in sorted(kept, key=str.encode):
            out.write("\t".join((lemma, *kept[lemma])).encode() + b"\n")
    print(len(kept), "rows;", len(override), "overrides,", changed, "of them change a type,",
          len(absent), "are not in WordNet:", " ".join(absent))
    print(Counter(k for k, _ in kept.values()))


if __name__ == "__main__":
    main()
