# Hồ sơ địa phương
profile-country = Số liệu chung của { $area }.
profile-region = { $area }: vùng của { $parent }.
profile-province = { $area } là đơn vị hành chính cấp tỉnh, thuộc { $parent }.
profile-district = { $area } là đơn vị hành chính cấp huyện, thuộc { $parent }.
profile-commune = { $area } là đơn vị hành chính cấp xã, thuộc { $parent }.
profile-commune_group = { $area }: nhóm xã thuộc { $parent }.
profile-code = Mã đơn vị hành chính { $code } (theo { $list }, tính đến { $vintage }).
profile-iso = Mã ISO 3166-2: { $code }.
profile-until = Địa giới dùng ở đây áp dụng đến hết ngày { $date }.
core-poor_household_rate = tỷ lệ hộ nghèo
core-near_poor_household_rate = tỷ lệ hộ cận nghèo
core-vocational_enrolment = kết quả tuyển sinh, đào tạo nghề
core-trained_labour_rate = tỷ lệ lao động qua đào tạo
core-labour_export = số lao động đi làm việc ở nước ngoài
table-explanation = giải thích
table-explained = Số liệu cần đọc kèm giải thích
