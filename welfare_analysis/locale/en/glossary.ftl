# Terms: a report prints only those that it uses
term-standard = Multidimensional poverty standard
term-standard-meaning = A standard that looks at income and at deprivation in basic social services. { $n ->
    [0] Rates by two standards
    [one] Besides the national standard, { $owners } has one of its own with higher income lines; rates by two standards
   *[other] Besides the national standard, { $owners } have standards of their own with higher income lines; rates by two standards
} cannot be compared.
term-poor = Poor household
term-poor-meaning = By the { $standard }: a household whose monthly income per person is at or below VND { $rural } million (rural) or { $urban } million (urban) and which is deprived on at least { $deprivations } of { $indicators } indicators of basic social services. Places with a standard of their own apply its lines.
term-near_poor = Near-poor household
term-near_poor-meaning = By the { $standard }: a household whose income is within the line for poor households but which is deprived on fewer than { $deprivations } indicators.
term-turns = Turns
term-turns-meaning = Each participation counts as one turn; one person or enterprise may be counted several times. The number of turns is therefore not a number of persons.
term-trained = Trained labour
term-certified = Labour with a degree or certificate
term-certified-meaning = The part of trained labour that holds a degree or a certificate; this rate is always below the trained labour rate as a whole.
term-sent = Workers sent abroad under contract
term-abroad = Workers abroad
term-range = Range
term-range-meaning = Every value that a printed figure may stand for, because it was rounded or because of words such as “about”, “nearly” or “more than”. A derived figure carries the ranges of its inputs.
term-inferred = Period inferred
term-inferred-meaning = The source prints no date or period for the figure; it was inferred from the sentences around it or from the day of publication.
term-doubtful = Doubtful
term-doubtful-meaning = The figure contradicts another one or shows signs of a misprint. The printed value is kept, but should not be relied on alone.
term-unchecked = Not cross-checked
term-unchecked-meaning = The figure has been seen in one source only.
term-provisional = Provisional
term-provisional-meaning = Published before the final figure and open to revision.
term-entry = { $term }: { $meaning }
