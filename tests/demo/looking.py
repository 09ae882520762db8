"""What an eye finds wrong with a page: text that is cut off, that lies over other text, or is too small to read."""

# Each piece of text by its lines: is a line outside a box that hides what does not fit; do two lines share their room?
CUT_OR_COVERED = """() => {
    const lines = [], cut = [], covered = [], boxes = new Map();
    const box = (left, right, top, bottom) => ({ left, right, top, bottom });      // a DOMRect is slow to read
    const of = (one) => box(one.left, one.right, one.top, one.bottom);
    const whole = document.documentElement, window_ = box(0, innerWidth, 0, innerHeight);
    const hides = (one) => {                                   // the box of what hides what does not fit, else nothing
        if (!boxes.has(one)) boxes.set(one, one === whole ? window_ :
            getComputedStyle(one).overflow === "visible" ? null : of(one.getBoundingClientRect()));
        return boxes.get(one);
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walk.nextNode());) {
        const one = node.parentElement, text = node.textContent.trim().slice(0, 40);
        if (!text || one.closest("option, script, style, svg, .to-print")) continue;
        if (!one.checkVisibility({ visibilityProperty: true })) continue;
        if (getComputedStyle(one).clipPath === "inset(50%)") continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const line of [...range.getClientRects()].filter(({ width }) => width >= 1).map(of)) {
            lines.push([one, text, line]);
            for (let up = one; up; up = up.parentElement) {
                const view = hides(up);
                if (view && (view.left - line.left > 2 || line.right - view.right > 2 || view.top - line.top > 2 ||
                    line.bottom - view.bottom > 2)) cut.push(`${text} in ${up.className || up.id || up.tagName}`);
            }
        }
    }
    const high = ({ top, bottom }) => bottom - top;
    lines.sort(([, , x], [, , y]) => x.top - y.top);            // nothing that begins below a line is over it
    lines.forEach(([a, text, x], i) => {
        for (let j = i + 1; j < lines.length && lines[j][2].top < x.bottom; j++) {
            const [b, other, y] = lines[j];
            if (Math.min(x.right, y.right) - Math.max(x.left, y.left) <= 2) continue;
            if (Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) <= 0.3 * Math.min(high(x), high(y))) continue;
            if (!a.contains(b) && !b.contains(a)) covered.push(`${text} over ${other}`);
        }
    });
    return [...new Set(cut), ...new Set(covered)];
}"""
TOO_SMALL = """(least) => [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() &&
    [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) &&
    parseFloat(getComputedStyle(one).fontSize) < least - 0.01).map((one) => one.textContent.slice(0, 30))"""
SCROLLS = "document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight"
