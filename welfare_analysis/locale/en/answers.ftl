# Answers of the command line
answer-reference = Reference year: { $year }. The figures are those that compare best; a place that compares with no other gives its figure nearest to this year.
answer-pairs = May they be compared?
answer-no-reason = Nothing that is recorded speaks against it.
answer-key = ✓ comparable; ~ comparable with caution; × not comparable; – no figure.
answer-sources = Sources
answer-audit-summary = { $total ->
    [one] { $shown } check: { $counts }.
   *[other] { $shown } checks: { $counts }.
  }
answer-audit-none = Nothing to check: no figure that was asked for can be set against another.
standing-one = { $places }: there is nothing to set beside it.
standing-none = No order of { $places }.
standing-order = { $way ->
    [fall] From the strongest fall
    [low] From the lowest
   *[high] From the highest
  }: { $ranks }.
standing-tied = { $places }, which cannot be told apart
standing-equal = { $places }, which are equal
standing-around = Around them: { $places }.
standing-missing = No figure: { $places }.
standing-may = May it be said? { $verdict ->
    [comparable] Yes.
    [with_caution] With caution: { $causes }.
   *[not_comparable] No: { $causes }.
  }
standing-share = { $share }, of the people { $people }
