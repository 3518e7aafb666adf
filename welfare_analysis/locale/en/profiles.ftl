# Area profiles
profile-country = Figures for { $area } as a whole.
profile-region = { $area }: region of { $parent }.
profile-province = { $area } is a province-level unit ({ $parent }).
profile-district = { $area } is a district-level unit ({ $parent }).
profile-commune = { $area } is a commune-level unit ({ $parent }).
profile-commune_group = { $area }: group of communes in { $parent }.
profile-code = Administrative code { $code } (by { $list }, as of { $vintage }).
profile-iso = ISO 3166-2 code: { $code }.
profile-until = The boundary used here was in force until { $date }.
core-poor_household_rate = the poor household rate
core-near_poor_household_rate = the near-poor household rate
core-vocational_enrolment = enrolment in vocational training
core-trained_labour_rate = the trained labour rate
core-labour_export = workers abroad or sent abroad
table-explanation = explanation
table-explained = Figures to be read with their explanation
