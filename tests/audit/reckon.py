"""The index and all that follows from it, in fractions and sets of sums."""
from exact import F


class Range:
    """[low, high], or [low, high) when open."""

    def __init__(self, low, high=None, open_end=False):
        self.low, self.high = low, low if high is None else high
        self.open = open_end

    exact = property(lambda self: self.low == self.high)

    def __eq__(self, other):
        return (self.low, self.high, self.open) == (other.low, other.high, other.open)

    def __add__(self, other):
        return Range(self.low + other.low, self.high + other.high, self.open or other.open)

    def times(self, factor):
        return Range(self.low * factor, self.high * factor, self.open)

    def minus(self, other):
        return Range(self.low - other.high, self.high - other.low)

    def meet(self, other):
        low, high = max(self.low, other.low), min(self.high, other.high)
        is_open = any(r.open and r.high == high for r in (self, other))
        if low < high or (low == high and not is_open):
            return Range(low, high, is_open)
        return None

    def holds(self, value):
        return self.low <= value and (value < self.high if self.open else value <= self.high)


def rounded(value, places):
    """Half away from zero."""
    size = abs(value) * 10**places
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return F(whole if value >= 0 else -whole, 10**places)


def printed(value, places):
    half = F(1, 2 * 10**places)
    return Range(value - half, value + half, True)


def below(value, places):
    """What the values just under `value` round to."""
    near = rounded(value, places)
    return near - F(1, 10**places) if near - F(1, 2 * 10**places) == value else near


def shown(r):
    high = below(r.high, 2) if r.open and not r.exact else rounded(r.high, 2)
    return high if rounded(r.low, 2) == high else None


def text2(value):
    return None if value is None else f"{'-' if value < 0 else ''}{abs(value) * 100 // 100}" \
        f".{int(abs(value) * 100) % 100:02d}"


def ends(value):
    d = value.denominator
    for p in (2, 5):
        while d % p == 0:
            d //= p
    return d == 1


def places_needed(value):
    for places in range(13):
        if 10**places % value.denominator == 0:
            return places
    return None


def decimal(value):
    places = places_needed(value)
    if places is None:
        value, places = rounded(value, 6), 6
    size = abs(value) * 10**places
    digits = str(int(size)).rjust(places + 1, "0")
    body = digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"
    return ("-" if value < 0 and size else "") + body


class Sums:
    """A set of whole numbers as the bits of one."""

    @staticmethod
    def of(values):
        bits = 0
        for v in values:
            bits |= 1 << v
        return bits

    @staticmethod
    def add(a, b):
        out, shift = 0, 0
        if a.bit_count() > b.bit_count():
            a, b = b, a
        while a:
            step = (a & -a).bit_length() - 1
            shift += step
            out |= b << shift
            a >>= step + 1
            shift += 1
        return out

    @staticmethod
    def values(bits):
        text = bin(bits)[:1:-1]
        at, found = text.find("1"), []
        while at >= 0:
            found.append(at)
            at = text.find("1", at + 1)
        return found


class Part:
    def __init__(self):
        self.scored = self.of = 0
        self.published = self.covered = self.informed = False
        self.value = None

    known = property(lambda self: not self.covered
                     and (self.scored > 0 or self.published or self.informed))


class Result:
    """`doc` has scores {key: ("level", value) or ("printed", value, places)}, and published
    {key or "index": (value, places)}."""

    def __init__(self, instrument, doc, basis=None):
        self.instrument, self.doc = instrument, doc
        self.parts = {key: Part() for key in instrument.parts}
        self.missing, self.impossible, self.tolerated = [], [], []
        self.narrowed, self.contradicted = [], []
        self.basis = basis or instrument.basis(doc["year"])
        for root in instrument.roots:
            self._first(root, False)
        total = sum((self.parts[r].value.times(instrument.parts[r].worth)
                     for r in instrument.roots), Range(F(0)))
        self.index, self.values = total, [total.low] if total.exact else None
        if not total.exact:
            self._narrow_all()
        for key in [k for k, part in self.parts.items() if part.published]:
            self._to_only_child(key)
        self.scored = sum(self.parts[r].scored for r in instrument.roots)
        self._classify()

    def _score(self, key):
        return self.doc["scores"].get(key)

    def scale_range(self, key, tolerated=False):
        c = self.instrument.parts[key]
        low = high = F(0)
        for i in c.leaves:
            leaf = self.instrument.parts[i]
            lowest = min([leaf.scale.low] + (leaf.scale.tolerated if tolerated else []))
            low += leaf.weight * lowest
            high += leaf.weight * leaf.scale.high
        return Range(low / c.weight, high / c.weight)

    def _first(self, key, covered):
        c, part, score = self.instrument.parts[key], self.parts[key], self._score(key)
        part.covered = covered
        is_printed = score is not None and score[0] == "printed"
        if c.kind == "indicator":
            part.of = 1
            if score is not None:
                part.scored, part.value = 1, Range(score[1])
            else:
                part.value = Range(F(c.scale.low), F(c.scale.high))
                if not covered:
                    self.missing.append(key)
            return
        total = Range(F(0))
        for child in c.children:
            self._first(child, covered or is_printed)
            under = self.parts[child]
            total += under.value.times(self.instrument.parts[child].weight)
            part.scored += under.scored
            part.of += under.of
            part.informed |= under.published or under.informed
        part.value = total.times(1 / c.weight)
        if is_printed:
            part.published = True
            wide = printed(score[1], score[2])
            part.value = wide.meet(self.scale_range(key)) or \
                wide.meet(self.scale_range(key, True)) or wide

    def _free(self, key, tolerated):
        bits = 1
        for i in self.instrument.parts[key].leaves:
            leaf = self.instrument.parts[i]
            if not leaf.scale.whole:
                return None
            levels = list(range(leaf.scale.low, leaf.scale.high + 1))
            if tolerated:
                levels += leaf.scale.tolerated
            bits = Sums.add(Sums.of(leaf.units * level for level in levels), bits)
        return bits

    def _units(self, key):
        return self.instrument.units if key == "index" else self.instrument.parts[key].units

    def _keep(self, bits, key, wide):
        units = self._units(key)
        return Sums.of(s for s in Sums.values(bits) if wide.holds(F(s, units)))

    def _print_narrows(self, bits, key):
        given = self.doc["published"].get(key)
        if given is None or bits is None:
            return bits
        kept = self._keep(bits, key, printed(*given))
        if not kept:
            self.contradicted.append(key)
            return bits
        if kept != bits:
            self.narrowed.append(key)
        return kept

    def _sums(self, key):
        c, score = self.instrument.parts[key], self._score(key)
        if score is not None and score[0] == "level":
            whole = score[1] * c.units
            bits = None if whole.denominator != 1 else 1 << int(whole)
        elif score is not None:
            bits = None
            for tolerated in (False, True):
                free = self._free(key, tolerated)
                if free is None:
                    break
                kept = self._keep(free, key, printed(score[1], score[2]))
                if kept:
                    bits = kept
                    if tolerated:
                        self.tolerated.append(key)
                    break
            else:
                self.impossible.append(key)
        elif c.kind == "indicator":
            bits = self._free(key, False)
        else:
            bits = 1
            for child in c.children:
                under = self._sums(child)
                bits = None if bits is None or under is None else Sums.add(under, bits)
        bits = self._print_narrows(bits, key)
        self.sums[key] = bits
        return bits

    def _to_printed(self, value, key):
        given = self.doc["published"].get(key)
        if given is None:
            return value
        both = value.meet(printed(*given))
        if both is None:
            self.contradicted.append(key)
            return value
        if both != value:
            self.narrowed.append(key)
        return both

    def _hull(self, bits, key):
        units = self._units(key)
        lowest = (bits & -bits).bit_length() - 1
        return Range(F(lowest, units), F(bits.bit_length() - 1, units))

    def _to_only_child(self, key):
        children = self.instrument.parts[key].children
        if len(children) != 1 or self.instrument.parts[children[0]].kind == "indicator":
            return
        below = self.parts[children[0]]
        below.value, below.covered, below.informed = self.parts[key].value, False, True
        self._to_only_child(children[0])

    def _narrow(self, key):
        c, part = self.instrument.parts[key], self.parts[key]
        total = Range(F(0))
        if not part.published:
            for child in c.children:
                self._narrow(child)
                total += self.parts[child].value.times(self.instrument.parts[child].weight)
        if self.sums.get(key) is not None:
            part.value = self._hull(self.sums[key], key)
            return
        if not part.published and c.kind != "indicator":
            part.value = total.times(1 / c.weight)
        part.value = self._to_printed(part.value, key)

    def _narrow_all(self):
        self.sums = {}
        whole = 1
        for root in self.instrument.roots:
            bits = self._sums(root)
            whole = None if whole is None or bits is None else Sums.add(bits, whole)
        whole = self._print_narrows(whole, "index")
        total = Range(F(0))
        for root in self.instrument.roots:
            self._narrow(root)
            total += self.parts[root].value.times(self.instrument.parts[root].worth)
        if whole is not None:
            self.index = self._hull(whole, "index")
            self.values = [F(s, self.instrument.units) for s in Sums.values(whole)]
        else:
            self.index = self._to_printed(total, "index")
        for key in self.narrowed:
            while key not in (None, "index"):
                self.parts[key].informed = True
                key = self.instrument.parts[key].parent

    def category_of(self, value, basis):
        if basis == "shown":
            value = rounded(value, 2)
        found = 0
        for place, (_, least) in enumerate(self.instrument.categories):
            if least <= value:
                found = place
        return found

    def _bands(self, basis):
        if self.values is not None:
            return sorted({self.category_of(v, basis) for v in self.values})
        r = self.index
        if basis == "shown":
            last = below(r.high, 2) if r.open else rounded(r.high, 2)
            at, found = rounded(r.low, 2), set()
            while at <= last:
                found.add(self.category_of(at, "exact"))
                at += F(1, 100)
            return sorted(found)
        first = self.category_of(r.low, "exact")
        bands = self.instrument.categories
        return [first] + [p for p in range(first + 1, len(bands))
                          if (bands[p][1] < r.high if r.open else bands[p][1] <= r.high)]

    def least_index(self, place):
        least = self.instrument.categories[place][1]
        if self.basis == "shown":
            up = F(-(-least * 100 // 1), 100)
            least = up - F(1, 200)
        return least

    def _classify(self):
        self.categories = self._bands(self.basis)
        self.other_basis = self._bands("exact" if self.basis == "shown" else "shown")
        self.next = None
        if self.categories[-1] + 1 < len(self.instrument.categories):
            self.next = self.categories[-1] + 1

    def index_json(self):
        few = self.values is not None and len(self.values) <= 50
        return {"shown": text2(shown(self.index)),
                "exact": self.index.low if self.index.exact else None,
                "low": self.index.low, "high": self.index.high,
                "possible": self.values if few else None}

    def names(self):
        return [self.instrument.categories[i][0] for i in self.categories]

    def next_json(self):
        if self.next is None:
            return None
        least = self.least_index(self.next)
        name, bound = self.instrument.categories[self.next]
        by = Range(least - self.index.high, least - self.index.low)
        return {"name": name, "minimum": bound, "short_by": by.low if by.exact else None,
                "short_by_low": by.low, "short_by_high": by.high}

    def known(self):
        """The category, when there is but one."""
        return self.names()[0] if len(self.categories) == 1 else None


def compute_json(result, details=True):
    inst, parts = result.instrument, []
    for key, c in inst.parts.items():
        part = result.parts[key]
        if c.kind == "indicator" and not details:
            continue
        worth = part.value.times(c.worth)
        parts.append({"id": c.id, "kind": c.kind,
                      "parent": None if c.parent is None else inst.parts[c.parent].id,
                      "weight": c.weight, "shown": text2(shown(part.value)),
                      "low": part.value.low, "high": part.value.high,
                      "contribution": worth.low if worth.exact else None,
                      "scored": part.scored, "of": part.of, "published": part.published})
    return {"year": result.doc["year"], "instrument": inst.id, "index": result.index_json(),
            "category": result.known(), "categories": result.names(),
            "category_by": result.basis, "scored": result.scored,
            "of": len(inst.indicators), "missing": [inst.parts[k].id for k in result.missing],
            "next_category": result.next_json(), "components": parts}


class Comparison:
    def __init__(self, before, after, same):
        self.inst, self.before, self.after, self.same = after.instrument, before, after, same
        self.parts, self.worth, self.differs, self.own = [], {}, {}, {}
        total = Range(F(0))
        for root in self.inst.roots:
            self._visit(root, False)
            total += self.worth[root]
        if not same or before.index != after.index:
            total = total.meet(after.index.minus(before.index)) or total
        self.index = total

    def _visit(self, key, covered):
        c = self.inst.parts[key]
        a, b = self.before.parts[key], self.after.parts[key]
        part = not covered and (c.kind == "indicator" or a.published or b.published)
        if part:
            self.parts.append(key)
        if part or covered:
            self.differs[key] = a.value != b.value
            alike = self.same and not self.differs[key]
            self.own[key] = Range(F(0)) if alike else b.value.minus(a.value)
            self.worth[key] = self.own[key].times(c.worth)
            for child in c.children:
                self._visit(child, True)
            return
        self.worth[key], self.differs[key] = Range(F(0)), False
        for child in c.children:
            self._visit(child, False)
            self.worth[key] += self.worth[child]
            self.differs[key] |= self.differs[child]
        total = self.worth[key].times(1 / c.worth)
        alike = self.same and a.value == b.value
        self.own[key] = total if alike else total.meet(b.value.minus(a.value)) or total

    def direction(self, key):
        a, b = self.before.parts[key], self.after.parts[key]
        if a.known != b.known:
            return "new" if b.known else "gone"
        own = self.own[key]
        if own.low > 0:
            return "rose"
        if own.high < 0:
            return "fell"
        return "same" if own.exact else "uncertain"

    def json(self):
        changes, counts = [], dict.fromkeys(("rose", "fell", "same", "uncertain", "new", "gone"), 0)
        for key in self.parts:
            way, worth = self.direction(key), self.worth[key]
            counts[way] += 1
            if not self.differs[key] and worth == Range(F(0)):
                continue
            one = {"id": self.inst.parts[key].id, "direction": way,
                   "contribution": worth.low if worth.exact else None,
                   "contribution_low": worth.low, "contribution_high": worth.high}
            for name, side in (("from", self.before), ("to", self.after)):
                part = side.parts[key]
                one[name + "_low"], one[name + "_high"] = part.value.low, part.value.high
                one[name] = None if not part.known else part.value.low if part.value.exact \
                    else text2(shown(part.value))
            changes.append(one)
        return {"change": self.index.low if self.index.exact else None,
                "change_low": self.index.low, "change_high": self.index.high,
                "from_category": self.before.known(), "to_category": self.after.known(),
                "next_category": self.after.next_json(), "changes": changes, **counts}
