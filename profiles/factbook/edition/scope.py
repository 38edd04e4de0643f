"""What is not read here, once by name: the fields that a rights profile does not need, and those read elsewhere."""

from profiles.factbook.edition.piece import Piece

# Read by `shares`.
ELSEWHERE = frozenset({"Ethnic groups", "Languages", "Religions"})

# Parts of fields that are read: notes, and what belongs to no row of ours.
PARTS = frozenset(
    {
        "Executive branch > offices",  # a list of titles, in the books that name holders elsewhere
        "Executive branch > cabinet",
        "Executive branch > elections",
        "Executive branch > election results",
        "Executive branch > most recent election date",
        "Executive branch > expected date of next election",
        "Judicial branch > judge selection and term of office",
        "Judicial branch > subordinate courts",
        "Citizenship",  # “see” another entity
        "Literacy > definition",
        "Labor force > by occupation",
        "Labor force > by sector",
        "Area > comparative area",
        "Defense expenditures",  # without a share of the product
        "Drinking water source > unimproved",
        "Drinking water source > unimproved: total",
        "Drinking water source > unimproved: urban",
        "Drinking water source > unimproved: rural",
        "Sanitation facility access > unimproved",
        "Sanitation facility access > unimproved: total",
        "Sanitation facility access > unimproved: urban",
        "Sanitation facility access > unimproved: rural",
        "Education expenditure > Education expenditure (% national budget)",
        "Health expenditure > Health expenditure (as % of national budget)",
    }
)

# Fields by their names in any edition from 1990 on.
FIELDS = frozenset(
    line.strip()
    for line in """
    Administrative divisions | Agricultural products | Agriculture | Agriculture - products | Air pollutants |
    Airports | Airports - with paved runways | Airports - with unpaved runways | Alcohol consumption per capita |
    Area - comparative | Area - rankings | Average household expenditures | Background | Bathymetry |
    Biggest source of energy | Broadband - fixed subscriptions | Broadcast media | Budget |
    Budget surplus (+) or deficit (-) | Capital | Carbon dioxide emissions |
    Carbon dioxide emissions from consumption of energy | Central bank discount rate |
    Civil aircraft registration country code prefix | Climate | Coal | Coastline |
    Commercial bank prime lending rate | Communications - note | Comparative area | Constitution | Country name |
    Credit ratings | Crude oil - exports | Crude oil - imports | Crude oil - production |
    Crude oil - proved reserves | Currency (code) | Current account balance |
    Currently married women (ages 15-49) | Debt - external | Demographic profile | Dependency ratios |
    Dependent areas | Digraph | Diplomatic representation | Diplomatic representation from the US |
    Diplomatic representation in the US | Disputes | Disputes - international |
    Ease of Doing Business Index scores | Economic aid - donor | Economic aid - recipient | Economic overview |
    Economy - overview | Economy of the area administered by Turkish Cypriots | Electricity |
    Electricity - consumption | Electricity - exports | Electricity - from fossil fuels |
    Electricity - from hydroelectric plants | Electricity - from nuclear fuels |
    Electricity - from other renewable sources | Electricity - imports |
    Electricity - installed generating capacity | Electricity - production | Electricity access - note |
    Electricity generation sources | Elevation | Elevation extremes | Energy consumption per capita |
    Environment - current issues | Environment - international agreements | Environmental issues | Exchange rates |
    Exports | Exports - commodities | Exports - note | Exports - partners | External debt | Fiscal year |
    Fishing industry | Flag | Flag description | Flag description - note | Food insecurity |
    Freshwater withdrawal (domestic/industrial/agricultural) | GDP (purchasing power parity) - note |
    GDP - composition by sector | GDP - composition, by end use | GDP - composition, by sector of origin |
    GDP - note | Geographic coordinates | Geographic overview | Geography - note | Geoparks | Government - note |
    Gross national saving | Gross reproduction rate | Heliports |
    Household income or consumption by percentage share | Imports | Imports - commodities | Imports - note |
    Imports - partners | Independence | Industrial production growth rate | Industries |
    International environmental agreements | International organization participation | Internet country code |
    Internet hosts | Investment (gross fixed) | Irrigated land | Key space-program milestones |
    Labor force - by occupation | Land boundaries | Land use | Location | Long-form name | Major aquifers |
    Major cities - population | Major infectious diseases | Major lakes (area sq km) | Major ocean currents |
    Major rivers (by length in km) | Major surface currents | Major urban areas - population |
    Major watersheds (area sq km) | Manpower available for military service | Manpower fit for military service |
    Manpower reaching militarily significant age annually | Map references | Marine fisheries | Maritime claims |
    Maritime threats | Market value of publicly traded shares | Member of | Member states | Merchant marine |
    Methane emissions | Military - note | Military and security forces |
    Military and security service personnel strengths | Military branches | Military deployments |
    Military equipment inventories and acquisitions | Military service age and obligation | Names |
    National air transport system | National anthem | National anthem(s) | National coat of arms |
    National color(s) | National heritage | National holiday | National symbol(s) | Nationality | Natural gas |
    Natural gas - consumption | Natural gas - exports | Natural gas - imports | Natural gas - production |
    Natural gas - proved reserves | Natural hazards | Natural resources | Nuclear energy |
    Obesity - adult prevalence rate | Ocean volume | Particulate matter emissions | People - note | Petroleum |
    Pipelines | Political pressure groups and leaders | Political structure | Population distribution | Ports |
    Ports and terminals | Preliminary statement | Public debt | Railways |
    Refined petroleum products - consumption | Refined petroleum products - exports |
    Refined petroleum products - imports | Refined petroleum products - production | Remittances |
    Reserves of foreign exchange and gold | Revenue from coal | Revenue from forest resources | Roadways |
    Sex ratio | Shipyards and Ship Building | Signature | Space agency/agencies | Space launch site(s) |
    Space program overview | Stock of broad money | Stock of direct foreign investment - abroad |
    Stock of direct foreign investment - at home | Stock of domestic credit | Stock of narrow money |
    Taxes and other revenues | Telecommunication systems | Telephone system | Telephones - fixed lines |
    Telephones - main lines in use | Telephones - mobile cellular | Terrain | Terrorist group(s) | Tobacco use |
    Total renewable water resources | Total water withdrawal | Trafficking routes | Transportation - note |
    Union name | Volcanism | Waste and recycling | Waterways | Wonders of the World | World biomes |
    Abbreviation | Affiliation | Aid | Airfield | Airport | Branches | Civil air | Communists |
    Contiguous zone | Continental shelf | Currency | Data code | Data codes | Debt | Defense note |
    Dependent area | Diplomatic representation in US | Economic aid |
    Economic aid - recipient | Electricity - capacity | Electricity - consumption per capita |
    Electricity - production by source | Environment | Exchange rate | Exclusive economic zone |
    Exclusive fishing zone | Extended economic zone | FAX | Geographic note |
    Gulf of Sidra closing line | Highways | Historical perspective | Icebreakers |
    Industrial production | Industry | Inland waterways | International disputes | Internet |
    Internet Service Providers (ISPs) | Land boundary | Manpower availability |
    Manpower reaching military service age annually | Military boundary line |
    Military expenditures - dollar figure | Military manpower | Military manpower - availability |
    Military manpower - fit for military service | Military manpower - military age |
    Military manpower - military age and obligation | Military manpower - reaching military age annually |
    Name of country | National capital | National holidays | Natural gas - note | Note | Notes | Oil - consumption |
    Oil - exports | Oil - imports | Oil - production | Oil - proved reserves | Organized labor |
    Other political groups | Other political or pressure groups | Other political parties or pressure groups |
    Other political pressure groups | Overview | Political parties and pressure groups | Ports and harbors | Radio |
    Radio broadcast stations | Radios | Railroads | Reserves of foreign exchange & gold | Stock of money |
    Stock of quasi money | Telecommunications | Telephone | Telephones | Television |
    Television - broadcast stations | Televisions | Territorial sea | Terrorist groups - foreign based |
    Terrorist groups - home based | US diplomatic representation | US | Year-round stations |
    Summer (January) population | Summer only stations | Winter (July) population | Disputes - note |
    Citizenship note | Economic note | Growth rate | Flag graphic | Country map
    """.replace("\n", "|").split("|")
    if line.strip()
)


# Parts of fields that are left out, which tables of 1990 to 1999 have as fields of their own; by `field_names.bare`.
LEFT_OUT = frozenset(
    [
        "abbreviation",
        "adjective",
        "agreement",
        "arable_land",
        "branch_office",
        "by_occupation",
        "cabinet",
        "capacity",
        "chancery",
        "chief_of_mission",
        "commodities",
        "consulate",
        "consulate_s",
        "consulate_s_general",
        "consulates",
        "consulate_general",
        "consulate_general_s",
        "consumption_per_capita",
        "conventional_long_form",
        "conventional_short_form",
        "convention",
        "current_issues",
        "defense_note",
        "digraph",
        "donor",
        "eastern",
        "eastern_donor",
        "embassy",
        "expenditures",
        "fax",
        "forest_and_woodland",
        "former",
        "former_name",
        "games",
        "honorary_consulate_s",
        "honorary_consulate_s_general",
        "interests_section",
        "international_agreements",
        "liaison_office",
        "local_long_form",
        "local_short_form",
        "mailing_address",
        "mainland",
        "meadows_and_pastures",
        "members_of_the_government",
        "natural_hazards",
        "north",
        "noun",
        "other",
        "partners",
        "paved",
        "paved_and_gravel",
        "paved_and_graveled",
        "paved_and_gravelled",
        "paved_or_graveled",
        "paved_or_gravelled",
        "permanent_crops",
        "production",
        "protocol",
        "recipient",
        "revenues",
        "south",
        "telephone",
        "total",
        "undifferentiated",
        "unpaved",
        "usable",
        "us_interests_section",
        "western",
        "western_donor",
        "with_permanent_surface_runways",
        "with_runway_1_220_2_439_m",
        "with_runway_2_440_3_659_m",
        "with_runway_over_3_659_m",
        "with_runways_1_060_2_439_m",
        "with_runways_1_200_2_439_m",
        "with_runways_1_200_to_2_439_m",
        "with_runways_1_220_2_439_m",
        "with_runways_1220_2439_m",
        "with_runways_1_229_2_439_m",
        "with_runways_2_439_3_659_m",
        "with_runways_2_440_2_659_m",
        "with_runways_2_440_3_659_m",
        "with_runways_2_440_to_3_659_m",
        "with_runways_2440_3659_m",
        "with_runways_over_3_659_m",
        "with_runways_over_3659_m",
    ]
)


def is_out_of_scope(piece: Piece) -> bool:
    """Whether a piece is left out on purpose."""
    if piece.name in PARTS or piece.field in FIELDS or piece.field in ELSEWHERE:
        return True
    part = piece.part.lower()
    return part.split(" ")[0] == "note" or part.split(" > ")[-1] == "note"
