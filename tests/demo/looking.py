"""What an eye finds wrong with a page: text that is cut off, that lies over other text, or is too small to read."""

# Each piece of text by its lines: is a line outside a box that hides what does not fit; do two lines share their room?
CUT_OR_COVERED = """() => {
    const lines = [], cut = [], covered = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walk.nextNode());) {
        const one = node.parentElement, text = node.textContent.trim().slice(0, 40);
        if (!text || one.closest("option, script, style, svg, .to-print")) continue;
        if (!one.checkVisibility({ visibilityProperty: true }) || getComputedStyle(one).clipPath === "inset(50%)") continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const line of range.getClientRects()) {
            if (line.width < 1) continue;
            lines.push([one, text, line]);
            for (let up = one; up; up = up.parentElement) {
                const all = up === document.documentElement;
                if (!all && getComputedStyle(up).overflow === "visible") continue;
                const view = all ? new DOMRect(0, 0, innerWidth, innerHeight) : up.getBoundingClientRect();
                if (view.left - line.left > 2 || line.right - view.right > 2 || view.top - line.top > 2 ||
                    line.bottom - view.bottom > 2) cut.push(`${text} in ${up.className || up.id || up.tagName}`);
            }
        }
    }
    lines.forEach(([a, text, x], i) => lines.slice(i + 1).forEach(([b, other, y]) => {
        if (a === b || a.contains(b) || b.contains(a)) return;
        const wide = Math.min(x.right, y.right) - Math.max(x.left, y.left);
        const high = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
        if (wide > 2 && high > 0.3 * Math.min(x.height, y.height)) covered.push(`${text} over ${other}`);
    }));
    return [...new Set(cut), ...new Set(covered)];
}"""
TOO_SMALL = """(least) => [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() &&
    [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) &&
    parseFloat(getComputedStyle(one).fontSize) < least - 0.01).map((one) => one.textContent.slice(0, 30))"""
SCROLLS = "document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight"
