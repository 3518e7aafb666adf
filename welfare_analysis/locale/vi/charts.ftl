# Biểu đồ: nhãn, chú giải, ghi chú, mô tả
panel-flow = số của cả kỳ
panel-stock = số tại một thời điểm
panels-apart = Các khung vẽ riêng trục, không so sánh được với nhau: { $causes }
apart-COUNTED = khác đơn vị tính
apart-METHOD = số liệu khác loại
apart-STANDARD = khác chuẩn nghèo
apart-STANDARD_BREAK = chuẩn nghèo đã thay đổi
apart-TEMPORAL = khác loại số (tại một thời điểm và cộng dồn trong kỳ)
apart-PERIOD_LENGTH = khác độ dài thời kỳ
apart-MEASURE = khác tính chất (kết quả và kế hoạch, mục tiêu)
apart-BREAKDOWN = khác phân tổ
apart-DEFINITION = khác chỉ tiêu thống kê
apart-BOUNDARY = khác địa giới
apart-DATE_FAR = thời điểm cách nhau hơn một năm
apart-SIZE_FAR = quy mô các địa bàn quá chênh lệch để so sánh số tuyệt đối
log-axis = Trục theo thang lôgarit
key-actual = thực hiện
key-provisional = số sơ bộ
key-estimate = số ước tính (gạch chéo)
key-target = mục tiêu
key-plan = kế hoạch
key-range = khoảng giá trị do số liệu được làm tròn
key-estimate-range = khoảng giá trị của số ước tính
key-open = không rõ giới hạn trên
base-named = Mẫu số, { $base }: { $items }
base-of = { $area } { $period }, { $figure }
subtitle = { $subject } · đơn vị tính: { $unit }
finding-one = { $high }: { $top }
alt-missing = Chưa có số liệu: { $areas }
alt-ranges = Biểu đồ chấm kèm khoảng giá trị. { $subject }
alt-series = Biểu đồ theo thời gian, mỗi địa phương một khung. { $subject }
series-own-axis = Mỗi khung có trục riêng, tính từ 0
series-gap = Đường nét đứt dọc là thời điểm thay đổi chuẩn nghèo; số liệu hai bên không nối và không so sánh được với nhau
series-up = { $area }: từ { $first } ({ $start }) lên { $last } ({ $end })
series-down = { $area }: từ { $first } ({ $start }) xuống { $last } ({ $end })
series-flat = { $area }: chưa phân biệt được thay đổi từ { $first } ({ $start }) đến { $last } ({ $end })
series-superseded = Không vẽ số sơ bộ đã có số liệu thay thế: { $figures }
key-estimate-bar = thanh gạch chéo: số sơ bộ hoặc ước tính
targets-own-axis = Mỗi dòng có trục riêng, tính từ 0; chỉ so sánh kết quả với mục tiêu của chính dòng đó
alt-targets = Biểu đồ kết quả so với kế hoạch, mục tiêu. { $subject }
alt-matrix = Ma trận khả năng so sánh. { $subject }
matrix-head = Kết luận cho từng cặp
matrix-subtitle = Khả năng so sánh giữa các cặp: { $subject }
# Tiêu đề: điều rút ra từ số liệu, không mạnh hơn kết luận về khả năng so sánh
finding-only = Không xếp hạng chung được { $total } { $mixed ->
    [yes] địa bàn
   *[no] địa phương
 } do { $why }; chỉ có thể so sánh { $names } với nhau
finding-apart = Không xếp hạng chung được { $total } { $mixed ->
    [yes] địa bàn
   *[no] địa phương
 } do { $why }; chỉ so sánh trong từng nhóm ({ $groups } nhóm)
finding-all-apart = Không xếp hạng được { $total } { $mixed ->
    [yes] địa bàn
   *[no] địa phương
 } do { $why }
finding-two-apart = Không so sánh được { $first } với { $second } do { $why }
finding-figures-apart = Các số liệu thuộc { $groups } nhóm không so sánh được với nhau do { $why }
finding-order = { $high } cao nhất ({ $top }), { $low } thấp nhất ({ $bottom })
finding-two = { $high } ({ $top }) cao hơn { $low } ({ $bottom })
finding-alike = Chưa phân biệt được { $high } ({ $top }) với { $low } ({ $bottom }) do số liệu đã được làm tròn
finding-same-area = { $high }: từ { $bottom } đến { $top }
finding-careful = { $finding }; cần thận trọng khi so sánh
refused-above = Không so sánh được với { $n ->
    [1] khung trên
   *[other] các khung trên
 }: { $causes }
refused-reasons = Không so sánh được với { $area }. { $reasons }
series-way-up = tăng ở { $areas }
series-way-down = giảm ở { $areas }
series-way-flat = chưa phân biệt được tăng hay giảm ở { $areas }
series-way-none = chưa đủ kết quả để nói về xu hướng ở { $areas }
series-places = { $total } địa bàn
series-none = Chưa chuỗi nào trong { $total } chuỗi có đủ kết quả để nói về xu hướng
series-one = { $area } mới có một số liệu thực hiện: { $figure } ({ $period })
series-one-goals = { $area } mới có một số liệu thực hiện: { $figure } ({ $period }); { $goals }
series-goals-only = { $area } chưa có số liệu thực hiện, mới có { $goals }
series-apart = { $area }: { $total } số liệu chưa nối được thành chuỗi
series-extremes = { $area }: cao nhất { $first } ({ $start }), thấp nhất { $last } ({ $end })
series-alone = Không nối với số liệu các năm vì khác thời điểm trong năm hoặc khác định nghĩa: { $figures }
key-column = cột: số liệu của cả kỳ
key-estimate-column = cột gạch chéo: số ước tính
key-dashed = nét đứt: có số ước tính, số nghi vấn hoặc thiếu năm ở giữa
targets-share = { $area } đạt { $share } { $kind } { $period } ({ $result } so với { $goal })
targets-distance = { $area }, { $period }: { $result }, { $kind } { $goal } – { $verdict }
targets-met-all = { $total ->
    [1] Chỉ tiêu đạt mức đề ra
   *[other] Cả { $count } chỉ tiêu đều đạt mức đề ra
 }
targets-met = { $met } trên { $total } chỉ tiêu đạt mức đề ra
targets-met-none = Chưa chỉ tiêu nào trong { $total } chỉ tiêu chắc chắn đạt mức đề ra
target-share = { $result }, { $share } { $kind } ({ $goal })
target-distance = { $result }, { $kind } { $goal }: { $verdict }
target-of-goal = { $share } { $kind }
goal-label = { $kind } { $goal }
matrix-none = Không cặp nào trong { $total } cặp so sánh được
matrix-careful = Chỉ { $careful } trong { $total } cặp so sánh được, và phải thận trọng
matrix-some = { $free } trong { $total } cặp so sánh được; { $careful } cặp khác so sánh được nếu thận trọng
matrix-free = { $free } trong { $total } cặp so sánh được
matrix-all-careful = { $n ->
    [1] Cặp duy nhất so sánh được, nhưng phải thận trọng
   *[other] Cả { $total } cặp đều so sánh được, nhưng phải thận trọng
}
matrix-all-free = { $n ->
    [1] Cặp duy nhất so sánh được
   *[other] Cả { $total } cặp đều so sánh được
}
# Lý do ngắn trong ô của ma trận
cell-COUNTED = khác đơn vị tính
cell-METHOD = khác loại số
cell-AVERAGED = bình quân khác kỳ
cell-YARDSTICK = khác mốc chung
cell-BASE_FAR = mẫu số khác thời điểm
cell-STANDARD = khác chuẩn nghèo
cell-STANDARD_BREAK = chuẩn nghèo đã đổi
cell-TEMPORAL = một bên tính cả kỳ
cell-PERIOD_LENGTH = khác độ dài kỳ
cell-MEASURE = một bên là mục tiêu
cell-ESTIMATE = một bên là ước tính
cell-BREAKDOWN = khác phân tổ
cell-DEFINITION = khác chỉ tiêu
cell-DEFINITION_DIFFERS = khác định nghĩa
cell-BOUNDARY = khác địa giới
cell-DATE = khác thời điểm
cell-DATE_FAR = cách hơn một năm
cell-LEVEL = khác cấp hành chính
cell-SIZE = khác quy mô
cell-INFERRED = thời kỳ suy luận
cell-DOUBTFUL = số nghi vấn
cell-PROVISIONAL = số sơ bộ
cell-SOURCE = nguồn kém tin cậy
cell-SIZE_FAR = quy mô quá lệch
cell-STANDARD_ASSUMED = chuẩn giả định
cell-MISSING = thiếu { $areas }
alt-strip = Dải vị trí của các địa phương. { $subject }
matrix-more = { $reason } (+{ $more })
matrix-more-note = (+1), (+2)…: số lý do khác, nêu trong bảng kết luận của từng cặp
finding-only-careful = Không xếp hạng chung được { $total } { $mixed ->
    [yes] địa bàn
   *[no] địa phương
 } do { $why }; chỉ có thể so sánh { $names } với nhau, nhưng cần thận trọng
finding-sizes = Bình quân mỗi năm của các thời kỳ khác nhau: cần thận trọng khi so sánh
series-way-varied = tăng giảm không đều ở { $areas }
series-series = { $total } chuỗi số liệu
series-estimate = { $area } mới có một số ước tính: { $figure } ({ $period })
series-estimate-goals = { $area } mới có một số ước tính: { $figure } ({ $period }); { $goals }
cell-both-missing = thiếu cả hai
group-head = { $n ->
   *[other] { $total } địa phương
 }: { $said }
group-told = { $total } địa phương, từ { $low } đến { $high }
panels-left-out = Không vẽ vì thiếu chỗ, và không so sánh được với các ô trên: { $figures }
strip-ends = Trên trục có nhiều địa phương, chỉ ghi tên { $n } địa phương thấp nhất, { $n } địa phương cao nhất và địa bàn rộng nhất để đối chiếu; mọi số liệu có trong tệp kèm theo
alt-groups = Các nhóm địa phương so sánh được với nhau. { $subject }
groups-subtitle = Những địa phương so sánh được với nhau: { $subject }
series-small = { $subject } · mỗi biểu đồ nhỏ ghi kết quả đầu và cuối, thay đổi nhiều nhất xếp trước
series-small-of = { $said }; vẽ { $shown } trong { $total }
ranges-ends = Chỉ vẽ { $n } địa phương cao nhất và { $n } địa phương thấp nhất; mọi số liệu có trong tệp kèm theo
alt-panels = { $total } biểu đồ nhỏ, { $first }–{ $last }
alt-lines = Biểu đồ đường theo thời gian trên một trục, mỗi địa phương một đường. { $subject }
lines-subtitle = { $subject } theo { $standard } · đơn vị tính: { $unit }
lines-year-end = cuối năm { $year }
lines-dashed = Nét đứt: đến số liệu đang có nghi vấn (điểm rỗng) hoặc qua những năm chưa có số liệu
tiles-scale = Mỗi biểu đồ nhỏ có thang đo riêng, tính từ 0; điểm rỗng là mục tiêu hoặc số liệu đang có nghi vấn
tile-no-course = Chưa có kết quả trước đó
tile-goal = { $first } và mục tiêu { $last }
tile-course = { $first } đến { $last }
tile-course-by = { $first } đến { $last }, { $standard }
tile-beside = { $area }, { $period }
tile-against = (địa phương: { $own })
hint = { $area }, { $period }: { $figure }{ $known ->
    [yes] {"; "}{ $asides }
   *[no] {""}
}. { $sources }
