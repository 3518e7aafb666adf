# Từ điển dữ liệu: quy tắc biên tập, liên hệ, nghĩa của các mã
dictionary-rule-printed = `as_printed` là con số đúng như in, kèm đơn vị và từ hạn định (`gần 2.500 lượt`); `value` là ý nghĩa của nó, viết bằng chữ số theo `unit` (2500).
dictionary-rule-uncorrected = Không sửa ngầm bất kỳ số liệu nào. Con số có nghi vấn giữ nguyên giá trị đã công bố, được gắn tình trạng (U, D, …), mức tin cậy thấp hơn và ghi chú bằng hai ngôn ngữ; phần kiểm tra sẽ nêu ra.
dictionary-rule-complete = Mỗi con số của bài báo đã lưu là một dòng, kể cả ở đầu đề và hộp tin phụ. Chuỗi chữ số không phải số liệu (ngày tháng, số hiệu văn bản, nội dung thừa của trang mạng) ghi trong `exclusions.csv` kèm lý do. Lệnh `welfare-analysis evidence` chỉ ra chỗ còn thiếu.
dictionary-rule-paragraph = Đoạn n là dòng không trống thứ n của văn bản lưu; dòng chỉ có khoảng trắng các loại (kể cả dấu cách không ngắt) là dòng trống. Số liệu đối chiếu không có số đoạn.
dictionary-rule-fraction = Một phân số (`18/30 quận, huyện`) là hai dòng có cùng `as_printed`.
dictionary-rule-repeated = Con số in ở hai nơi là hai dòng, nối với nhau bằng `same_as`.
dictionary-rule-interval = Con số đã công bố là một khoảng. `0,03%` là [0,025; 0,035): nửa đơn vị của chữ số cuối về mỗi phía; số đếm in đến hàng đơn vị là chính nó. `gần` và `hơn` lùi xuống hoặc vượt lên một đơn vị của chữ số khác 0 cuối cùng, `khoảng` về cả hai phía; `từ … trở lên` không có cận trên; `hàng nghìn` là từ 1.000 đến 10.000.
dictionary-rule-period = Số thời điểm chỉ có ngày (`period_end`), không có `period_start`; số phát sinh và số bình quân có cả hai. Khi ngày không in cạnh con số, `period_basis` là `inferred` và ghi chú nêu cách suy ra.
dictionary-rule-standard = Số liệu nghèo ghi rõ chuẩn dùng để rà soát; không nối trên một đường các con số theo chuẩn khác nhau.
dictionary-rule-sentences = Không chép câu nào của bài báo: chỉ ghi con số, tên bài, ngày và số thứ tự đoạn.
dictionary-rule-remarks = Điều biết thêm về một số số liệu cụ thể là một dòng của `remarks.csv`, gắn với số liệu và viết bằng hai ngôn ngữ; mọi con số trong đó là tham chiếu (`{"{"}khóa{"}"}` hoặc `{"{"}khóa:dạng{"}"}`), không gõ chữ số. Lưu ý hiện ở mọi nơi có một trong các số liệu ấy và mất đi cùng chúng.
dictionary-rule-cells = Ô trống nghĩa là “không nêu”. Số không ngăn cách hàng nghìn, dùng dấu chấm trước phần thập phân; cách viết có hai cách đọc (12.345) bị từ chối.

dictionary-relation-same_as = Dòng kia là cùng một con số in ở nơi khác: hai dòng phải bằng nhau. Các nguồn chung gốc (`independent_of`) chỉ tính là một nguồn.
dictionary-relation-part_of = Dòng này là một phần của tổng số ở dòng kia. Từ hai phần trở lên của cùng nguồn, địa bàn và thời điểm được coi là đủ cả tổng số: cộng lại phải bằng tổng. Một phần duy nhất chỉ là cận dưới: không được lớn hơn tổng.
dictionary-relation-share_of = Dòng này là tử số của một phân số đã công bố, dòng kia là mẫu số: không được lớn hơn.
dictionary-relation-rate_of = Tỷ lệ này là tỷ lệ của số đếm ở dòng kia: tỷ lệ × tổng làm gốc phải ra số đếm.
dictionary-relation-base_of = Dòng này là tổng làm gốc để tính tỷ lệ hoặc số đếm ở dòng kia.
dictionary-relation-attainment_of = Tỷ lệ này cho biết kết quả ở dòng kia đạt bao nhiêu kế hoạch: kết quả ÷ kế hoạch.
dictionary-relation-excess_of = Tỷ lệ này cho biết kết quả ở dòng kia vượt kế hoạch bao nhiêu: kết quả ÷ kế hoạch − 1.
dictionary-relation-plan_for = Dòng này là kế hoạch hoặc mục tiêu của kết quả ở dòng kia.
dictionary-relation-change_of = Mức tăng, giảm này dẫn đến mức ở dòng kia: mức trước + thay đổi phải ra mức đó.
dictionary-relation-baseline_of = Mức này là điểm xuất phát của mục tiêu hoặc của mức về sau ở dòng kia.
dictionary-relation-paid_from = Số tiền này chi từ quỹ ở dòng kia: không được lớn hơn.
dictionary-relation-equivalent_of = Dòng này và dòng kia là một mục tiêu viết theo hai đơn vị (hộ và điểm phần trăm): từ bên này phải suy ra được bên kia.
dictionary-relation-disbursed_from = Số tiền này giải ngân từ nguồn vốn ở dòng kia: không được lớn hơn.

dictionary-measure-actual = Kết quả đã đạt và được báo cáo.
dictionary-measure-estimate = Con số mà chính nguồn gọi là ước tính (“ước”).
dictionary-measure-plan = Mức kế hoạch phân bổ hoặc dự kiến cho một kỳ.
dictionary-measure-target = Mức phải đạt vào một thời điểm.

dictionary-qualifier-exact = In không kèm từ hạn định.
dictionary-qualifier-about = “Khoảng”, “xấp xỉ”, hoặc số báo chí làm tròn (ghi chú nêu rõ): về cả hai phía.
dictionary-qualifier-nearly = “Gần”: dưới số đã công bố.
dictionary-qualifier-more_than = “Hơn”, “trên”: quá số đã công bố.
dictionary-qualifier-at_least = “Từ … trở lên”, “ít nhất”: bằng hoặc hơn số đã công bố.
dictionary-qualifier-at_most = “Tối đa”, “không quá”, “trở xuống”, “dưới”; cũng là đầu trên của một khoảng (1–1,5%): bằng hoặc kém số đã công bố.
dictionary-qualifier-order = “Hàng nghìn”: độ lớn, từ giá trị này đến mười lần giá trị này.

dictionary-status-A = Bình thường: không có gì trái với con số.
dictionary-status-B = Gián đoạn chuỗi: trước con số này có thay đổi về chuẩn, địa giới hoặc phương pháp.
dictionary-status-D = Định nghĩa khác với định nghĩa của chỉ tiêu, hoặc không rõ đếm đối tượng nào; ghi chú nêu cụ thể.
dictionary-status-E = Ước tính.
dictionary-status-M = Thiếu: không ai công bố. Chỉ có trong kết quả so sánh, không có trong dữ liệu.
dictionary-status-P = Sơ bộ: có thể có con số thay thế sau này.
dictionary-status-U = Độ tin cậy thấp: mâu thuẫn với số liệu khác, in sai hoặc không rõ tính trên cơ sở nào; ghi chú nêu lý do.
dictionary-status-V = Chưa đối chiếu: mới đọc ở một nguồn, chưa kiểm tra với nguồn thứ hai.

dictionary-temporal-stock = Tại một thời điểm.
dictionary-temporal-flow = Phát sinh trong kỳ.
dictionary-temporal-average = Bình quân của kỳ.

dictionary-standard_basis-stated = Nguồn nêu tên chuẩn, hoặc là kết quả rà soát toàn quốc vốn theo chuẩn quốc gia.
dictionary-standard_basis-assumed = Nguồn không nêu; lấy chuẩn áp dụng tại địa bàn vào năm đó và ghi trong ghi chú.
dictionary-period_basis-stated = Ngày hoặc năm in cạnh con số.
dictionary-period_basis-inferred = Không in; ghi chú nêu cách suy ra.

dictionary-confidence-high = Đọc được rõ ràng.
dictionary-confidence-medium = Còn một điểm chưa rõ: kỳ, định nghĩa, hoặc chỉ có một nguồn thứ cấp.
dictionary-confidence-low = Mâu thuẫn với số liệu khác, hoặc có nhiều cách hiểu.

dictionary-level-country = Cả nước.
dictionary-level-region = Vùng thống kê.
dictionary-level-province = Tỉnh, thành phố trực thuộc trung ương.
dictionary-level-district = Huyện, quận, thị xã, thành phố thuộc tỉnh (đến ngày 30/6/2025).
dictionary-level-commune = Xã, phường, đặc khu; thị trấn đến ngày 30/6/2025.
dictionary-level-commune_group = Nhóm xã mà nguồn tính chung.
dictionary-kind-doubt = Số liệu có thể sai: lý do nghi vấn.
dictionary-kind-method = Cách đếm, cách hiểu hoặc cách xác định thời điểm, thời kỳ.
dictionary-kind-definition = Số liệu gồm những gì, không gồm những gì.
dictionary-kind-context = Điều cần biết khi đọc số liệu.
dictionary-kind-request = Điều cần hỏi thêm nơi công bố.
