# Kiểm tra chéo số liệu: tên phép kiểm tra, kết luận, lời giải thích
audit-verdict-inconsistent = mâu thuẫn
audit-verdict-within_rounding = khớp trong phạm vi làm tròn
audit-verdict-not_testable = chưa kiểm tra được
audit-verdict-consistent = khớp

audit-check-rate_base = tỷ lệ, số đếm và mẫu số
audit-check-implied_base = mẫu số suy ra từ các tỷ lệ
audit-check-value_repeated = một giá trị cho hai thời điểm
audit-check-change_above_stock = mức giảm so với số hiện có
audit-check-opening_total = số đầu kỳ suy ra so với tổng số đã biết
audit-check-change_levels = mức tăng, giảm so với số đầu kỳ và cuối kỳ
audit-check-target_equivalent = mục tiêu theo điểm phần trăm và theo số hộ
audit-check-paid_above_fund = số chi so với số huy động
audit-check-disbursed_above_budget = số giải ngân so với vốn
audit-check-plan_attainment = mức thực hiện kế hoạch
audit-check-plan_excess = mức vượt kế hoạch
audit-check-parts_total = các phần và tổng số
audit-check-part_above_total = một phần so với tổng số
audit-check-parts_other_source = các phần và tổng số của nguồn khác
audit-check-share_above_whole = tử số so với mẫu số
audit-check-place_above_area = địa bàn nhỏ so với địa bàn lớn
audit-check-same_figure = một số liệu ở nhiều chỗ
audit-check-several_sources = nhiều nguồn về cùng một số liệu
audit-check-after_publication = thời điểm sau ngày đăng
audit-check-target_below_result = mục tiêu so với kết quả đã đạt
audit-check-result_equals_target = kết quả trùng mục tiêu
audit-check-stock_below_flow = số hiện có so với số phát sinh trong kỳ
audit-check-household_size = quy mô hộ
audit-check-base_growth = biến động mẫu số rà soát
audit-check-base_count = mẫu số rà soát so với số hộ tổng điều tra
audit-check-population_growth = biến động dân số
audit-check-standard_break = mốc thay chuẩn nghèo

audit-title = “{ $title }”
audit-subject = { $title } ({ $area })
audit-figure = { $figure } ({ $source }; { $period })
audit-persons-per-household = { $number } người/hộ
audit-implied = { $span } (suy ra từ { $inputs })
audit-no-base = không xác định

audit-means-consistent = Hai bên khớp ở độ chính xác của số đã công bố.
audit-means-within_rounding = Chênh lệch nằm trong phạm vi làm tròn của các số đã công bố; chưa phải mâu thuẫn.
audit-note-origin = Cùng gốc tin, chỉ tính là một nguồn: { $sources }.
audit-note-provisional = Số sơ bộ: { $sources }.
audit-note-secondary = Nguồn thứ cấp hoặc bản đăng lại: { $sources }.

# Tỷ lệ và mẫu số
audit-rate-base = { $subject } ghi là { $rate }. Tính lại từ { $count } trên { $base_title } { $base } được { $computed }.
audit-rate-base-wrong = Tỷ lệ và số đếm đã công bố chỉ cùng đúng nếu mẫu số là { $base }.
audit-reading-none = Không tìm được mẫu số nào cùng địa bàn, cùng thời điểm cho ra tỷ lệ này; ít nhất một trong ba số sai. Nên dẫn số đếm, chưa dùng tỷ lệ.
audit-reading-shared-base = Mẫu số { $base } khớp với mọi tỷ lệ cùng địa bàn, cùng thời điểm; mức này lệch { $gap } so với mẫu số đã công bố. Các tỷ lệ được tính trên mẫu số khác, hoặc mẫu số đã công bố sai: nên dẫn số đếm và hỏi lại nguồn tính tỷ lệ trên mẫu số nào.
audit-reading-other-base = Tỷ lệ này khớp nếu mẫu số là { $base }; cần hỏi lại nguồn tính trên mẫu số nào.
audit-reading-cut-off = Tính đúng là { $value }; số in có lẽ bị cắt bớt thay vì làm tròn. Nên dùng số tính lại.
audit-reading-dropped-digit = Cách đọc gần nhất: { $value } (trên { $base }), số in bị thiếu một chữ số. Không dùng tỷ lệ đã công bố; dẫn số đếm và ghi rõ tỷ lệ tính lại.
audit-reading-added-digit = Cách đọc gần nhất: { $value } (trên { $base }), số in thừa một chữ số. Không dùng tỷ lệ đã công bố; dẫn số đếm và ghi rõ tỷ lệ tính lại.
audit-reading-transposed-digits = Cách đọc gần nhất: { $value } (trên { $base }), số in bị đảo hai chữ số. Không dùng tỷ lệ đã công bố; dẫn số đếm và ghi rõ tỷ lệ tính lại.
audit-reading-shifted-mark = Cách đọc gần nhất: { $value } (trên { $base }), số in đặt sai dấu thập phân. Không dùng tỷ lệ đã công bố; dẫn số đếm và ghi rõ tỷ lệ tính lại.
audit-rate-zero = { $subject } ghi là { $rate }, số đếm đi kèm là { $count }.
audit-rate-zero-wrong = Tỷ lệ và số đếm phải cùng bằng không hoặc cùng khác không; một trong hai số sai.
audit-rate-without-base = { $subject } ghi là { $rate }, số đếm đi kèm là { $count }; chưa có mẫu số của cùng thời điểm, thời kỳ nên chưa kiểm tra được. Mẫu số suy ra: { $base }.
audit-implied-base = Mẫu số của { $area } suy ra từ { $first } là { $first_base }; suy ra từ { $second } là { $second_base }.
audit-implied-base-agrees = Các tỷ lệ cùng thời điểm suy ra cùng một mẫu số.
audit-implied-base-differs = Hai khoảng này không giao nhau, mà cùng địa bàn, cùng thời điểm chỉ có một mẫu số: ít nhất một số đếm hoặc tỷ lệ sai. Không suy mẫu số từ các số này.
audit-implied-base-cut-off = Nếu tính trên mẫu số kia thì tỷ lệ { $rate } phải là khoảng { $value }; số in có lẽ bị cắt bớt thay vì làm tròn.

# Một giá trị cho hai thời điểm
audit-value-repeated = { $subject } được công bố đúng một giá trị cho hai thời điểm: { $first } và { $second }.
audit-value-rate-too = Tỷ lệ đi kèm, { $title } { $rate }, cũng lặp lại.
audit-value-sister = Trong cùng khoảng thời gian, { $title } từ { $earlier } còn { $later } ({ $percent }).
audit-value-printed-before = Giá trị này đã được đăng ngày { $date }, trước thời điểm { $period }.
audit-value-repeated-means = Nhiều khả năng số của { $first } được chép lại cho { $second }. Chỉ dùng cho { $first }; số của { $second } coi như chưa có.

# Tăng, giảm và số đầu kỳ
audit-change-levels = { $subject } ghi là { $change }; cuối kỳ còn { $after }, tức đầu kỳ phải là { $opening }. Số đã biết sớm nhất của { $level } là { $before }; tính từ đó đến cuối kỳ, thay đổi là { $net }.
audit-change-wrong = Lệch { $gap }: mức thay đổi không phải là chênh lệch giữa hai số này. Có thể nguồn tính số hộ ra khỏi diện mà chưa trừ số phát sinh; không dùng làm mức tăng, giảm thuần.
audit-change-dates = Số đã biết không đúng vào đầu kỳ nên chưa kết luận được; phần lệch { $gap } phải phát sinh trước thời điểm đó. Không quy mức thay đổi này về một năm.
audit-change-stock = { $subject } ghi là { $change }, trong khi { $level } đã biết là { $stock }.
audit-change-stock-kept = Mức giảm không vượt số hiện có.
audit-change-stock-broken = Mức giảm lớn hơn cả số hiện có. Đến { $after }, số này chỉ giảm thuần { $net }; có thể nguồn cộng mọi lượt ra khỏi diện mà không trừ số phát sinh, hoặc số in sai. Không dùng làm mức giảm thuần.
audit-opening-total = Cộng mức giảm { $changes } với số cuối kỳ { $levels } thì đầu kỳ phải có { $openings }, tổng là { $implied }; { $subject } đã công bố cho đầu kỳ là { $total }.
audit-opening-more = Số đầu kỳ suy ra cao hơn { $gap }: ít nhất một mức giảm không phải là giảm thuần. Không lấy số này làm số đầu kỳ, không tính tốc độ giảm nghèo từ đó.
audit-opening-less = Số đầu kỳ suy ra thấp hơn { $gap }: các mức giảm chưa tính hết hoặc không cùng kỳ. Không lấy số này làm số đầu kỳ.
audit-target-equivalent = { $subject } nêu mục tiêu { $counted }, tương ứng đưa { $level } từ { $baseline } xuống { $goal }, tức { $points }. Trên mẫu số { $base }, mức đó là { $computed }.
audit-equivalent-wrong = Hai cách nêu mục tiêu không tương đương: số hộ đã công bố ứng với { $points }. Khi theo dõi thực hiện phải chọn một cách và nêu rõ.
audit-equivalent-no-base = { $subject }: mục tiêu { $counted } được nêu tương đương với { $goal }, nhưng thiếu số đầu kỳ hoặc mẫu số nên chưa kiểm tra được.

# Tiền
audit-paid-above-fund = { $fund_title } là { $fund }; { $title } từ nguồn đó là { $payments }.
audit-disbursed-above-budget = { $fund_title } là { $fund }; { $title } là { $payments }.
audit-fund-exceeded = Chi vượt thu trong khoảng { $gap }. Phải có số dư kỳ trước hoặc nguồn khác mà bài không nêu, hoặc một trong hai số sai; không tính tỷ lệ sử dụng quỹ từ hai số này.
audit-fund-kept = Bằng { $share }, không vượt nguồn.
audit-fund-revolving = { $fund_title } là số dư tại một thời điểm ({ $fund }), { $title } là doanh số cả thời kỳ ({ $payments }). Vốn quay vòng nên doanh số có thể lớn hoặc nhỏ hơn số dư; không tính tỷ lệ giữa hai số.

# Kế hoạch và mục tiêu
audit-plan-attainment = { $subject } ghi là { $percent }. Tính lại: { $result } so với kế hoạch { $plan } được { $computed }.
audit-plan-excess = { $subject } ghi là { $percent }. Tính lại: { $result } so với kế hoạch { $plan } được { $computed }.
audit-plan-range = { $subject } ghi là { $percent }. Kế hoạch nêu theo khoảng ({ $plans }), nên { $result } đạt { $span }; số in ứng với mức { $plan }.
audit-plan-wrong = Tỷ lệ đã công bố chỉ đúng nếu kế hoạch là { $plan }. Có thể nguồn so với một kế hoạch khác; không dẫn tỷ lệ này cạnh kế hoạch trên.
audit-plan-unknown = { $subject } ghi là { $percent } với kết quả { $result }; chưa có số kế hoạch nên chưa kiểm tra được. Kế hoạch suy ra: { $plan }.
audit-target-below-result = { $subject }: mục tiêu { $target }; kết quả đã đạt trước đó { $reached }.
audit-target-beaten = Mục tiêu đặt ra còn kém mức đã đạt. Có thể hai số đo hai chỉ số khác nhau hoặc mục tiêu chưa được cập nhật; không dùng để đánh giá hoàn thành.
audit-target-open = Mục tiêu không kém mức đã đạt, hợp lý.
audit-target-copied = { $subject }: kết quả { $result } trùng mục tiêu { $target } đến chữ số cuối. Có thể đạt đúng mục tiêu, cũng có thể mục tiêu được chép thành kết quả; chưa kiểm tra được.

# Các phần và tổng số
audit-parts-sum = { $subject } ghi là { $total }; cộng các phần { $parts } được { $sum }.
audit-parts-more = Các phần cộng lại lớn hơn tổng { $gap }: có số in sai. Không tính cơ cấu từ các số này khi chưa hỏi lại nguồn.
audit-parts-less = Các phần cộng lại nhỏ hơn tổng { $gap }: thiếu một phần hoặc có số in sai. Không tính cơ cấu từ các số này khi chưa hỏi lại nguồn.
audit-parts-more-other = Các phần của nguồn này cộng lại lớn hơn tổng của nguồn kia { $gap }. Hai nguồn không cùng một lần công bố; không ghép phần của nguồn này với tổng của nguồn kia.
audit-parts-less-other = Các phần của nguồn này cộng lại nhỏ hơn tổng của nguồn kia { $gap }. Hai nguồn không cùng một lần công bố; không ghép phần của nguồn này với tổng của nguồn kia.
audit-parts-flow = { $flow_title } là số cộng dồn cả thời kỳ ({ $flow }), còn { $stock_title } là số tại một thời điểm ({ $stock }): không phải là phần và tổng, không tính tỷ trọng.
audit-part-above-total = { $title }: { $parts } là một phần của { $whole_title } { $whole }.
audit-share-above-whole = { $title }: { $parts }, trên { $whole_title } { $whole }.
audit-place-above-area = { $title }: { $parts }; toàn địa bàn lớn hơn, { $whole_title }: { $whole }.
audit-bound-kept = Bằng { $share }, không vượt tổng số.
audit-bound-broken = Phần lớn hơn tổng { $gap }: hai số không thể cùng đúng hoặc không cùng cách tính. Không dùng cặp số này để tính tỷ trọng.

# Nhiều nguồn
audit-same-figure = { $subject }: { $figures }.
audit-same-agrees = { $sources } nguồn khớp nhau, { $origins } gốc tin độc lập.
audit-same-one-source = Cùng một nguồn nhắc lại, chỉ tính là một lần.
audit-same-one-origin = { $sources } nguồn khớp nhau nhưng chung một gốc tin: không phải là xác nhận độc lập.
audit-same-differs = Đáng lẽ là một số nhưng các chỗ in khác nhau quá mức làm tròn: ít nhất một chỗ sai. Dẫn kèm cả hai số, chưa chọn số nào khi chưa xem bản gốc.
audit-sources = { $subject }: một nguồn nêu { $other }, nguồn khác nêu { $best }.
audit-sources-one = { $subject }: cùng một nguồn nêu hai số cho một thời điểm, { $other } và { $best }.
audit-sources-one-differ = Lệch { $gap }, quá mức làm tròn: một số in sai, hoặc hai số không cùng cách tính. Chưa dẫn số nào khi chưa xem bản gốc.
audit-sources-differ = Lệch { $gap }, quá mức làm tròn: hai nguồn không cùng một lần tổng hợp, hoặc một bên sai. Dẫn một nguồn và ghi rõ số kia; không ghép hai số thành chuỗi thời gian.
audit-sources-differ-dates = Lệch { $gap } giữa hai ngày sát nhau: hai nguồn không cùng một lần tổng hợp. Dẫn một nguồn và ghi rõ số kia; không coi chênh lệch là biến động.

# Thời điểm, chuỗi
audit-after-publication = { $subject }: { $figure }, nhưng nguồn đăng ngày { $published }, trước thời điểm của số liệu. Nhiều khả năng số này thuộc nội dung đưa thêm vào trang sau khi đăng bài; không lấy ngày của bài làm ngày của số liệu.
audit-break = { $area } chuyển từ { $old } sang { $new }. Đổi chuẩn nên không kiểm tra biến động qua mốc này và không nối thành một chuỗi: { $series }.

# Mức hợp lý
audit-stock-flow = { $stock_title } là { $stock }; { $flow_title } là { $flow }, bình quân { $yearly } một năm.
audit-stock-small = Số tại thời điểm nhỏ hơn cả số phát sinh trong một năm: nhiều khả năng đây là số trong kỳ, không phải số hiện có. Không so sánh với số hiện có của nơi khác.
audit-stock-fits = Số tại thời điểm không nhỏ hơn số phát sinh trong một năm, hợp lý.
audit-household-size = { $area }: { $persons } chia cho { $households } được { $size }.
audit-household-size-fits = Quy mô hộ nằm trong khoảng thường gặp.
audit-household-size-strange = Quy mô hộ ngoài khoảng thường gặp (2,5–5,5 người/hộ): số người và số hộ không cùng địa bàn, cùng khái niệm hoặc một số sai. Không tính bình quân đầu người từ cặp số này.
audit-base-growth = Mẫu số { $title } của { $area }: { $earlier }; sau đó { $later }; { $change }.
audit-base-growth-jumps = Biến động vượt { $limit } một năm, quá nhanh so với số hộ thực tế: riêng thay đổi mẫu số đã làm tỷ lệ tăng hoặc giảm. Khi so sánh hai năm nên dùng số hộ, thận trọng với tỷ lệ.
audit-growth-steady = Biến động không quá { $limit } một năm, hợp lý.
audit-base-count = Mẫu số { $title } của { $area }: { $base }; số hộ qua tổng điều tra: { $counted } (lệch { $gap }).
audit-base-count-near = Hai số sát nhau.
audit-base-count-far = Hai số lệch xa: rà soát nghèo và tổng điều tra không đếm cùng một tập hợp hộ, hoặc số hộ rà soát chưa chắc chắn. Thận trọng khi quy tỷ lệ ra số hộ.
audit-population-growth = Dân số của { $area }: { $earlier }; sau đó { $later }; { $change }.
audit-population-growth-jumps = Biến động vượt { $limit } một năm, khó là tăng tự nhiên: hai số có lẽ theo hai cách tính dân số. Không ghép thành chuỗi, không dùng lẫn làm mẫu số.
audit-figure-dated = { $figure } ({ $period })
audit-pair = { $count }, tỷ lệ { $rate }
audit-rise = tăng { $percent }
audit-fall = giảm { $percent }
audit-sources-provisional = Lệch { $gap }: số trước là số sơ bộ, nên dùng { $best }. Không coi chênh lệch là biến động.
audit-break-series = { $title } từ { $before } thành { $after }
audit-fund-sum = Cộng lại là { $sum }.
