"""What is not read here, once by name: the fields that a rights profile does not need, and those read elsewhere."""

from profiles.factbook.layout import Piece

# Read by `shares`.
ELSEWHERE = frozenset({"Ethnic groups", "Languages", "Religions"})

# Parts of fields that are read: notes, and what belongs to no row of ours.
PARTS = frozenset(
    {
        "Executive branch > cabinet",
        "Executive branch > elections",
        "Executive branch > election results",
        "Executive branch > most recent election date",
        "Executive branch > expected date of next election",
        "Judicial branch > judge selection and term of office",
        "Judicial branch > subordinate courts",
        "Citizenship",  # “see” another entity
        "Literacy > definition",
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
    Union name | Volcanism | Waste and recycling | Waterways | Wonders of the World | World biomes
    """.replace("\n", "|").split("|")
    if line.strip()
)


def is_out_of_scope(piece: Piece) -> bool:
    """Whether a piece is left out on purpose."""
    if piece.name in PARTS or piece.field in FIELDS or piece.field in ELSEWHERE:
        return True
    return piece.part.split(" ")[0] == "note" or piece.part.split(" > ")[-1] == "note"
