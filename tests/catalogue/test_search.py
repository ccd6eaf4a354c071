"""People find things in their own words, accents or not, in either language."""

import pytest

from catalogue.search import Index

FRENCH = [
    ("la compta", "paheko-oisux-support"),
    ("on s'est fait pirater", "open-thuis-rancongiciel"),
    ("rancongiciel", "open-thuis-rancongiciel"),
    ("fichier des membres", "galette-adherents"),
    ("mot de passe de la page perdu", "associations-gouv-communication"),
    ("newsletter", "civicrm-guide-fr"),
    ("caisse", "coopeco-caisse-odoo"),
    ("RGPD", "cnil-guide-associations"),
    ("cybersecurtié", "francenum-cyber-tpe"),
    ("comptabilte", "paheko-oisux-support"),
    ("intelligence artificielle", "soga-ia-3-cas-usages"),
    ("ia", "pwablo-charte-ia-asbl"),
    ("vendre en ligne", "paysans-artisans-vente-en-ligne"),
    ("accessibilite du site", "eqla-cinq-pieges"),
    ("voter à distance", "coopcat-cercles-guias"),
    ("supermarché coopératif", "coopiteasy-5-enjeux-supermarche"),
    ("dégafamiser", "atelier-en-sante-degafamisation"),
    ("ordinateurs pas chers", "socialware"),
    ("mesurer notre impact", "avise-webinaire-impact-social"),
    ("covoiturage", "mobicoop-covoiturage"),
    ("horaires des aides familiales", "spaf-namur-planning"),
    ("visio", "entraide-chatons"),
    ("dons en ligne", "associatheque-collecte-en-ligne"),
    ("écoconception", "rgesn-institutnr"),
    ("tester mes compétences", "pix"),
]
ENGLISH = [
    ("ransomware", "open-thuis-rancongiciel"),
    ("GDPR", "cnil-site"),
    ("members database", "civicrm-guide-fr"),
    ("crowdfundng", "grassroots-crowdfunding-es"),
    ("dashboard", "unalab-data-dashboards"),
    ("home care rota", "spaf-namur-planning"),
    ("charity ai policy", "missionmetrics-ai-policy"),
    ("DigComp", "mydigiskills"),
    ("online shop for farmers", "ofn-user-guide"),
    ("decide together", "loomio-coop-handbook"),
    ("where to start", "charity-digital-code"),
]


def ids(index: Index, query: str, **options: object) -> list[str]:
    return [hit.id for hit in index.search(query, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("query", "expected"), FRENCH)
def test_french_words_find_what_is_meant(index, query, expected):
    assert expected in ids(index, query)


@pytest.mark.parametrize(("query", "expected"), ENGLISH)
def test_english_words_find_what_is_meant(index, query, expected):
    assert expected in ids(index, query, language="en")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("RGPD", "monasbl-registre-rgpd"),
        ("AVG", "apd-belgique"),
        ("subsides", "dw-aides-transformation-numerique"),
        ("caisse", "coopeco-caisse-odoo"),
        ("fracture numérique", "123-digit"),
        ("qui appeler", "digitalees-partenariat"),
    ],
)
def test_a_walloon_reader_finds_what_is_at_hand(index, query, expected):
    assert expected in ids(index, query, territory="BE-WAL")


def test_an_exact_id_or_title_comes_first(index):
    assert ids(index, "framasoft-framaspace")[0] == "framasoft-framaspace"
    assert ids(index, "solidatech")[0] == "solidatech-site"
    assert ids(index, "UNIPSO – Union des entreprises à profit social")[0] == "unipso"


def test_accents_case_and_plurals_change_nothing(index):
    expected = ids(index, "Bénévoles et adhérents")
    assert expected
    assert ids(index, "BENEVOLE ET ADHERENT") == expected


def test_a_hit_says_what_it_is_and_in_which_language(index):
    (hit, *_) = index.search("GDPR in het jeugdhuis", language="en")
    assert (hit.id, hit.kind, hit.subkind) == ("formaat-gdpr-jeugdhuis", "resource", "guide")
    assert hit.title == "GDPR in het jeugdhuis"
    assert hit.languages == ("nl",)
    assert hit.url.startswith("https://")


def test_the_most_precise_expression_wins_over_plain_password(index):
    assert "cyfun-basic" not in ids(index, "mot de passe de la page perdu")
    assert "safeonweb-campagnes" in ids(index, "mot de passe", territory="BE-WAL")
