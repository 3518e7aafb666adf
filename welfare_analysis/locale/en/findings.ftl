# Findings: sentences from figures; what the figures say chooses verb, direction and order
found-area = { $level ->
    [country] the country
    [region] the { $area }
   *[other] { $area }
}
found-place = { $level ->
    [country] nationwide
   *[other] in { $area }
}
found-by = , by the { $standard }
found-times = about { $number } times
when-end = at the end of { $year }
when-start = at the start of { $year }
when-date = on { $last }
when-year = in { $year }
when-years = over { $period }
when-months = in the first { $months } months of { $year }
when-from = from { $first } to { $last }
when-from_month = from { $first } to { $last }
when-period = in { $period }
found-way-up = rose in { $areas }
found-way-down = fell in { $areas }
found-way-flat = did not change measurably in { $areas }
found-way-same = stayed the same in { $areas }
found-way-above = higher in { $areas }
found-way-below = lower in { $areas }
found-way-near = about the same in { $areas }
found-level = { $place }, { $noun } was { $figure } { $when }{ $by }
found-change = { $place }, { $noun } { $way ->
    [up] rose by { $amount }, from { $before } { $when_before } to { $after } { $when_after }
    [down] fell by { $amount }, from { $before } { $when_before } to { $after } { $when_after }
    [same] was the same { $when_before } and { $when_after }, { $after }
   *[flat] did not change measurably: { $before } { $when_before }, { $after } { $when_after }
}{ $by }
found-reversal = { $place }, { $noun } { $first ->
    [up] rose from { $before } { $when_before } to { $turn } { $when_turn }, then fell to { $after } { $when_after }
   *[down] fell from { $before } { $when_before } to { $turn } { $when_turn }, then rose to { $after } { $when_after }
}{ $by }
found-changes = { $noun } { $ways }{ $peak ->
    [yes] , most in { $area }: by { $amount }, from { $before } { $when_before } to { $after } { $when_after }
   *[no] { "" }
}{ $based ->
    [yes] , each by one standard throughout
   *[no] { "" }
}
found-benchmark = { $place }, { $noun } { $when }, { $figure }, was { $way ->
    [times] { $times } that of { $area_above } ({ $aside })
    [part] { $amount_part } of that of { $area_above } ({ $aside })
    [above] { $amount } above that of { $area_above } ({ $aside })
    [below] { $amount } below that of { $area_above } ({ $aside })
    [zero] below that of { $area_above } ({ $aside })
    [same] the same as that of { $area_above } ({ $aside })
   *[alike] not distinguishable from that of { $area_above } ({ $aside })
}{ $by }
found-against = compared with the country ({ $aside }, { $when }{ $by }), { $noun } was { $ways }{ $peak ->
    [yes] ; highest in { $named }
   *[no] { "" }
}
found-share = { $place }, { $noun } { $when } came to { $figure }, { $amount } of the total of { $area_above } ({ $aside }){ $people ->
    [yes] , while { $amount_people } of the population of { $area_above } lived there { $when_people }
   *[no] { "" }
}{ $by }
found-yearly = { $place }, { $noun } { $when } came to { $figure }{ $long ->
    [yes] , { $amount_year } a year on average
   *[no] { "" }
}, that is { $amount_rate } ({ $noun_base } { $when_base }: { $aside }){ $years ->
    [yes] ; single years range from { $amount_least } { $when_least } to { $amount_most } { $when_most }
   *[no] { "" }
}
found-scale = per 100,000 inhabitants, { $noun } a year { $told ->
    [yes] { $two ->
        [yes] was higher in { $rated_high } than in { $rated_low }
       *[no] was highest in { $rated_high } and lowest in { $rated_low }, of { $number_places } places
    }
   *[no] cannot be told apart by the figures of { $areas }
}{ $careful ->
    [yes] ; to be compared with caution ({ $why_careful })
    [short] ; compare with caution
   *[no] { "" }
}
found-part = { $place }, { $part } accounted for { $amount } of { $noun } { $when } ({ $aside }){ $earlier ->
    [yes] , after { $amount_before } { $when_before }
   *[no] { "" }
}{ $by }
found-target = { $place }, { $noun } { $when } was { $result }: the { $goal_is ->
    [plan] plan
   *[target] target
} ({ $aside }) was { $way ->
    [reached] reached
    [missed] missed{ $away ->
        [yes] {" "}by { $amount }
       *[no] { "" }
    }
    [above] surpassed
    [below] not reached
    [within] reached
   *[unsure] neither surely reached nor surely missed, because of rounding
}{ $by }
found-plan = { $place }, { $noun } { $when } was { $result }, { $amount } of the { $goal_is ->
    [plan] plan
   *[target] target
} ({ $aside })
found-open = { $place }, the { $goal_is ->
    [plan] plan
   *[target] target
} for { $noun } { $when } is { $goal }{ $by }; { $due ->
    [yes] no { $doubted ->
        [yes] reliable result
       *[no] result
    } for { $later ->
        [yes] it was found, and a later figure, { $latest } { $when_latest }, { $state ->
            [reached] meets it
            [missed] does not meet it
            [unsure] is too close to it to tell
            [above] is above it
            [below] is below it
            [within] is within it
           *[part] covers only a part of the period
        }
       *[no] it was found, and the latest, { $latest } { $when_latest }, { $state ->
            [reached] meets it already
            [missed] does not meet it yet
            [unsure] is too close to it to tell
            [above] is above it
            [below] is below it
            [within] is within it
           *[part] covers only a part of the period
        }
    }
   *[no] it ends after the newest dated source, and the latest result, { $latest } { $when_latest }, { $state ->
        [reached] meets it already
        [missed] does not meet it yet
        [unsure] is too close to it to tell
        [above] is above it
        [below] is below it
        [within] is within it
       *[part] covers only a part of the period
    }
}{ $away ->
    [yes] {" "}({ $amount } away)
   *[no] { "" }
}
found-alone = { $place }, the { $goal_is ->
    [plan] plan
   *[target] target
} for { $noun } { $when } is { $goal }{ $by }; { $due ->
    [yes] no { $doubted ->
        [yes] reliable result
       *[no] result
    } was found
   *[no] it ends after the newest dated source, and no result was found
}
found-order = { $two ->
    [yes] { $told ->
        [yes] { $noun } of { $named_high } is above that of { $named_low }, by { $amount }
       *[no] { $noun } of { $named_high } and that of { $named_low } cannot be told apart
    }
   *[no] { $told ->
        [yes] of the { $number_places } places that can be compared, { $noun } is highest in { $named_high } and lowest in { $named_low }
       *[no] of the { $number_places } places that can be compared, none surely has the highest or the lowest { $noun }
    }
}{ $by }{ $careful ->
    [yes] ; to be compared with caution ({ $why_careful })
    [short] ; compare with caution
   *[no] { "" }
}
found-pace = relative to the level at the start, { $noun } { $way ->
    [up] rose
   *[down] fell
} { $told ->
    [yes] { $two ->
        [yes] more in { $named_high } than in { $named_low }
       *[no] most in { $named_high } and least in { $named_low }, of { $number_places } places
    }
   *[no] in { $areas }, but where most cannot be told
}{ $careful ->
    [yes] ; to be compared with caution ({ $why_careful })
   *[no] { "" }
}
found-gap = { $noun } differs most between { $named_high } and { $named_low }, by { $amount }
found-apart = { $noun } of { $areas } { $two ->
    [yes] cannot be compared
   *[no] cannot be put in one order
}, because { $why_apart }{ $only ->
    [yes] ; only { $areas_only } can be compared with each other
   *[no] { "" }
}
found-unlike = the published figures on { $core } for { $areas } { $two ->
    [yes] cannot be compared
   *[no] cannot be put in one order
}, because { $why_apart }{ $only ->
    [yes] ; only { $areas_only } can be compared with each other
   *[no] { "" }
}
found-missing = no result on { $core } was found for { $areas }
found-office = The provincial { $office } can be asked.
found-doubt = { $place }, { $noun } { $when }, { $bare }, is in doubt{ $disputed ->
    [yes] , and the audit contradicts it ({ $why_checks })
   *[no] { "" }
}
found-doubts = { $n ->
    [0] no figure is marked as doubtful
    [one] one figure is marked as doubtful
   *[other] { $number_doubted } figures are marked as doubtful
}; the audit { $m ->
    [0] finds no contradiction
    [one] finds one contradiction
   *[other] finds { $number_disputed } contradictions
}
found-contradiction = { $place }, the audit finds a contradiction ({ $why_check }): { $listed }
found-standards = { $place }, { $noun } was { $before } { $when_before } by the { $standard_before } and { $after } { $when_after } by the { $standard_after }: the two do not make one series
found-break = { $place }, the series of { $noun } breaks before { $figure } { $when }: earlier figures cannot be joined to it
found-remark = { $place }: { $remark }
found-lag = { $place }, { $noun } { $when } was { $result }, { $amount } of the { $goal_is ->
    [plan] plan
   *[target] target
} ({ $aside }), when { $number_over }% of its time was over
found-slow = { $place }, { $noun } { $when } was { $result }, when { $number_over }% of the time of the plan was over
headline-order = { $subject }{ $when }: { $two ->
    [yes] { $high }, { $low }
   *[no] highest { $high }, lowest { $low }
}
headline-places = { $two ->
    [yes] { $figure } in { $areas }
   *[no] in { $areas } ({ $figure })
}
