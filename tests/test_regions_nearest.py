import pytest

from store.regions.nearest import distance, nearest


@pytest.mark.parametrize(
    ("latitude", "longitude", "county"),
    [
        (43.84, 90.29, "新疆维吾尔自治区/昌吉回族自治州/木垒哈萨克自治县"),
        (39.82, 109.96, "内蒙古自治区/鄂尔多斯市/东胜区"),
        (36.55, 114.80, "河北省/邯郸市/肥乡区"),
    ],
)
def test_a_place_leads_to_its_county(latitude: float, longitude: float, county: str) -> None:
    assert nearest(latitude, longitude)[0] == county


def test_a_place_far_from_all_counties_leads_nowhere() -> None:
    assert nearest(0.0, 0.0) == []


def test_distances_are_in_kilometres() -> None:
    assert distance(39.90, 116.40, 31.23, 121.47) == pytest.approx(1068, rel=0.01)
