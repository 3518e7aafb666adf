# Prose: joining words, direction of change, sources
list-last = { $first } and { $last }
low-confidence = low confidence
source-line = Source: { $sources }
change-up = up by { $amount }
change-down = down by { $amount }
change-none = unchanged
change-unclear = not distinguishable as a rise or a fall because the figures are rounded
order-above = higher than
order-below = lower than
order-equal = equal to
order-unclear = not distinguishable because the figures are rounded
publisher-unknown = publisher not stated
date-unknown = date not stated
author-line = By { $author }.
published-line = Published { $date }.
published-unknown = Date of publication not stated.
read-line = Read { $date }.
reliability-line = Reliability: { $reason }
url-unknown = Address not known.
shares-origin-line = Of one origin with { $sources }: together they count as one source.
references-empty = No figure has been cited yet.
figure-in-paragraph = para. { $paragraph }: { $tokens }
figure-printed = As printed: { $tokens }
token = “{ $text }”
yearly-average = yearly average
pairs-comparable = { $n ->
    [0] none can be compared as it stands
   *[other] { $shown } can be compared
}
pairs-with_caution = { $shown } can be compared with caution
pairs-not_comparable = { $shown } cannot be compared
pairs-missing = { $n ->
    [one] { $shown } lacks a figure
   *[other] { $shown } lack a figure
}
reasons-more = { $first } and { $number } more reasons
