# Kết quả rút ra: câu viết từ số liệu; động từ, chiều và thứ tự do số liệu quyết định
found-area = { $level ->
    [country] cả nước
    [region] vùng { $area }
   *[other] { $area }
}
found-place = { $level ->
    [country] trên cả nước
   *[other] tại { $area }
}
found-by = , theo { $standard }
found-times = khoảng { $number } lần
when-end = cuối năm { $year }
when-start = đầu năm { $year }
when-date = ngày { $last }
when-year = năm { $year }
when-years = giai đoạn { $period }
when-months = { $months } tháng đầu năm { $year }
when-from = từ { $first } đến { $last }
when-from_month = từ { $first } đến { $last }
when-period = { $period }
found-way-up = tăng ở { $areas }
found-way-down = giảm ở { $areas }
found-way-flat = thay đổi không rõ rệt ở { $areas }
found-way-same = không đổi ở { $areas }
found-way-above = cao hơn ở { $areas }
found-way-below = thấp hơn ở { $areas }
found-way-near = tương đương ở { $areas }
found-level = { $place }, { $noun } { $when } là { $figure }{ $by }
found-change = { $place }, { $noun } { $way ->
    [up] tăng { $amount }, từ { $before } { $when_before } lên { $after } { $when_after }
    [down] giảm { $amount }, từ { $before } { $when_before } xuống { $after } { $when_after }
    [same] không đổi, { $when_before } và { $when_after } đều là { $after }
   *[flat] thay đổi không rõ rệt: { $before } { $when_before }, { $after } { $when_after }
}{ $by }
found-reversal = { $place }, { $noun } { $first ->
    [up] tăng từ { $before } { $when_before } lên { $turn } { $when_turn }, sau đó giảm xuống { $after } { $when_after }
   *[down] giảm từ { $before } { $when_before } xuống { $turn } { $when_turn }, sau đó tăng lên { $after } { $when_after }
}{ $by }
found-changes = { $noun } { $ways }{ $peak ->
    [yes] , nhiều nhất ở { $area }: { $amount }, từ { $before } { $when_before } đến { $after } { $when_after }
   *[no] { "" }
}{ $based ->
    [yes] {" "}(mỗi địa bàn theo một chuẩn không đổi)
   *[no] { "" }
}
found-benchmark = { $place }, { $noun } { $when } là { $figure }, { $way ->
    [times] bằng { $times } mức chung của { $area_above } ({ $aside })
    [part] chỉ bằng { $amount_part } mức chung của { $area_above } ({ $aside })
    [above] cao hơn mức chung của { $area_above } ({ $aside }) { $amount }
    [below] thấp hơn mức chung của { $area_above } ({ $aside }) { $amount }
    [zero] thấp hơn mức chung của { $area_above } ({ $aside })
    [same] bằng mức chung của { $area_above } ({ $aside })
   *[alike] chưa phân biệt được với mức chung của { $area_above } ({ $aside })
}{ $by }
found-against = so với mức chung của cả nước ({ $aside }, { $when }{ $by }), { $noun } { $ways }{ $peak ->
    [yes] ; cao nhất ở { $named }
   *[no] { "" }
}
found-share = { $place }, { $noun } { $when } là { $figure }, bằng { $amount } của { $area_above } ({ $aside }){ $people ->
    [yes] , trong khi dân số { $when_people } bằng { $amount_people } dân số { $area_above }
   *[no] { "" }
}{ $by }
found-yearly = { $place }, { $noun } { $when } là { $figure }{ $long ->
    [yes] , bình quân { $amount_year } mỗi năm
   *[no] { "" }
}, tức { $amount_rate } ({ $noun_base } { $when_base } là { $aside }){ $years ->
    [yes] ; từng năm thấp nhất là { $amount_least } ({ $when_least }), cao nhất là { $amount_most } ({ $when_most })
   *[no] { "" }
}
found-scale = tính trên 100.000 dân, { $noun } mỗi năm { $told ->
    [yes] { $two ->
        [yes] của { $rated_high } cao hơn của { $rated_low }
       *[no] cao nhất ở { $rated_high }, thấp nhất ở { $rated_low } trong { $number_places } địa bàn
    }
   *[no] chưa phân biệt được giữa { $areas }
}{ $careful ->
    [yes] ; cần thận trọng khi so sánh ({ $why_careful })
    [short] ; cần thận trọng khi so sánh
   *[no] { "" }
}
found-part = { $place }, { $part } chiếm { $amount } { $noun } { $when } ({ $aside }){ $earlier ->
    [yes] , so với { $amount_before } { $when_before }
   *[no] { "" }
}{ $by }
found-target = { $place }, { $noun } { $when } là { $result }, { $way ->
    [reached] đạt
    [missed] chưa đạt
    [above] vượt
    [below] chưa đạt
    [within] đạt
   *[unsure] chưa xác định được đã đạt hay chưa (do làm tròn)
} { $goal_is ->
    [plan] kế hoạch
   *[target] mục tiêu
} ({ $aside }){ $way ->
    [missed] { $away ->
        [yes] , còn cách { $amount }
       *[no] { "" }
    }
   *[other] { "" }
}{ $by }
found-plan = { $place }, { $noun } { $when } là { $result }, đạt { $amount } { $goal_is ->
    [plan] kế hoạch
   *[target] mục tiêu
} ({ $aside })
found-open = { $place }, { $goal_is ->
    [plan] kế hoạch
   *[target] mục tiêu
} về { $noun } { $when } là { $goal }{ $by }; { $due ->
    [yes] chưa tìm thấy { $doubted ->
        [yes] kết quả đủ tin cậy
       *[no] kết quả
    }; { $later ->
        [yes] số liệu sau thời hạn
       *[no] số liệu mới nhất
    }
   *[no] thời hạn sau ngày đăng của nguồn mới nhất; { $later ->
        [yes] số liệu mới nhất
       *[no] số liệu mới nhất
    }
}, { $latest } { $when_latest }, { $state ->
    [reached] đã đạt mức đề ra
    [missed] chưa đạt mức đề ra
    [unsure] chưa phân biệt được với mức đề ra
    [above] cao hơn mức đề ra
    [below] thấp hơn mức đề ra
    [within] nằm trong mức đề ra
   *[part] mới là số liệu của một phần thời kỳ
}{ $away ->
    [yes] , còn cách { $amount }
   *[no] { "" }
}
found-alone = { $place }, { $goal_is ->
    [plan] kế hoạch
   *[target] mục tiêu
} về { $noun } { $when } là { $goal }{ $by }; { $due ->
    [yes] chưa tìm thấy { $doubted ->
        [yes] kết quả đủ tin cậy
       *[no] kết quả
    }
   *[no] thời hạn sau ngày đăng của nguồn mới nhất, chưa có kết quả
}
found-order = { $two ->
    [yes] { $told ->
        [yes] { $noun } của { $named_high } cao hơn của { $named_low } { $amount }
       *[no] chưa phân biệt được { $noun } của { $named_high } với { $named_low }
    }
   *[no] { $told ->
        [yes] trong { $number_places } địa bàn so sánh được với nhau, { $noun } cao nhất ở { $named_high }, thấp nhất ở { $named_low }
       *[no] trong { $number_places } địa bàn so sánh được với nhau, chưa xác định được địa bàn có { $noun } cao nhất và thấp nhất
    }
}{ $by }{ $careful ->
    [yes] ; cần thận trọng khi so sánh ({ $why_careful })
    [short] ; cần thận trọng khi so sánh
   *[no] { "" }
}
found-pace = so với mức xuất phát, { $noun } { $told ->
    [yes] { $two ->
        [yes] ở { $named_high } { $way ->
            [up] tăng
           *[down] giảm
        } nhiều hơn ở { $named_low }
       *[no] { $way ->
            [up] tăng
           *[down] giảm
        } nhiều nhất ở { $named_high }, ít nhất ở { $named_low } trong { $number_places } địa bàn
    }
   *[no] { $way ->
        [up] tăng
       *[down] giảm
    } ở { $areas }, chưa xác định được địa bàn nào nhiều nhất
}{ $careful ->
    [yes] ; cần thận trọng khi so sánh ({ $why_careful })
   *[no] { "" }
}
found-gap = { $noun } chênh lệch nhiều nhất giữa { $named_high } và { $named_low }: { $amount }
found-apart = { $two ->
    [yes] không so sánh được { $noun } của { $areas }
   *[no] không thể xếp hạng chung { $noun } của { $areas }
}, do { $why_apart }{ $only ->
    [yes] ; chỉ { $areas_only } so sánh được với nhau
   *[no] { "" }
}
found-unlike = { $two ->
    [yes] số liệu đã công bố về { $core } của { $areas } không so sánh được với nhau
   *[no] số liệu đã công bố về { $core } của { $areas } không thể xếp chung theo một thứ tự
}, do { $why_apart }{ $only ->
    [yes] ; chỉ { $areas_only } so sánh được với nhau
   *[no] { "" }
}
found-missing = chưa tìm thấy số liệu thực hiện về { $core } của { $areas }
found-office = Đề nghị { $office } cung cấp.
found-doubt = { $place }, { $noun } { $when } ({ $bare }) đang có nghi vấn{ $disputed ->
    [yes] ; kiểm tra chéo cho thấy mâu thuẫn ({ $why_checks })
   *[no] { "" }
}
found-doubts = { $n ->
    [0] không có số liệu nào được đánh dấu nghi vấn
   *[other] { $number_doubted } số liệu được đánh dấu nghi vấn
}; kiểm tra chéo { $m ->
    [0] không phát hiện mâu thuẫn
   *[other] phát hiện { $number_disputed } mâu thuẫn
}
found-contradiction = { $place }, kiểm tra chéo cho thấy mâu thuẫn ({ $why_check }): { $listed }
found-standards = { $place }, { $noun } là { $before } { $when_before } theo { $standard_before } và { $after } { $when_after } theo { $standard_after }: hai số liệu không nối thành một chuỗi
found-break = { $place }, chuỗi số liệu về { $noun } bị gián đoạn trước mức { $figure } { $when }: các số liệu trước đó không nối được với số liệu này
found-remark = { $place }: { $remark }
found-lag = { $place }, { $noun } { $when } là { $result }, bằng { $amount } { $goal_is ->
    [plan] kế hoạch
   *[target] mục tiêu
} ({ $aside }), khi đã qua { $number_over }% thời gian
found-slow = { $place }, { $noun } { $when } là { $result }, khi đã qua { $number_over }% thời gian của kế hoạch
headline-order = { $subject }{ $when }: { $two ->
    [yes] { $high }, { $low }
   *[no] cao nhất ở { $high }, thấp nhất ở { $low }
}
headline-places = { $two ->
    [yes] { $figure } ở { $areas }
   *[no] { $areas } ({ $figure })
}
