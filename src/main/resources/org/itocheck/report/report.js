(function () {
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const tip = document.getElementById('tip');

  // Theme button, remembered.
  document.getElementById('theme').onclick = () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try { localStorage.setItem('itocheck-theme', root.dataset.theme); } catch (e) { /* files may have no storage */ }
  };

  // Legend.
  all('[data-series]').forEach(box => {
    const show = () => document.getElementById(box.dataset.series).classList.toggle('off', !box.checked);
    box.onchange = show;
    show();
  });

  // Tooltips: our own instead of the slow native ones; arrow keys walk through the points of a focused plot.
  all('.plot .m').forEach(point => {
    const title = point.querySelector('title');
    if (title) { point.dataset.tip = title.textContent; title.remove(); }
  });
  function show(point) {
    tip.textContent = point.dataset.tip;
    tip.style.display = 'block';
    const box = point.getBoundingClientRect();
    tip.style.left = Math.max(8, Math.min(box.right + 10, innerWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = Math.max(8, box.top - tip.offsetHeight - 6) + 'px';
  }
  function hide() {
    tip.style.display = 'none';
    all('.m.on').forEach(point => point.classList.remove('on'));
  }
  document.addEventListener('mouseover', e => e.target.dataset && e.target.dataset.tip ? show(e.target) : hide());
  document.addEventListener('scroll', hide);
  all('.plot').forEach(plot => {
    plot.addEventListener('blur', hide);
    plot.addEventListener('keydown', e => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (!step && e.key !== 'Escape') return;
      const points = all('.series:not(.off) .m', plot);
      const at = points.findIndex(point => point.classList.contains('on'));
      hide();
      if (!step || !points.length) return;
      e.preventDefault();
      const next = points[at < 0 ? 0 : (at + step + points.length) % points.length];
      next.classList.add('on');
      show(next);
    });
  });

  // Copy a command line.
  all('.copy').forEach(button => {
    button.onclick = () => {
      const code = button.parentNode.querySelector('code');
      const done = () => { button.textContent = 'Copied'; setTimeout(() => { button.textContent = 'Copy'; }, 1500); };
      const select = () => {
        getSelection().selectAllChildren(code);
        if (document.execCommand('copy')) done();
      };
      if (navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(done, select); else select();
    };
  });

  // Save a picture that needs no style sheet: computed styles inside, legend and background shown.
  const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'paint-order', 'opacity', 'font-size', 'font-family', 'display'];
  all('.save').forEach(button => {
    button.onclick = () => {
      const plot = document.getElementById(button.dataset.plot);
      const copy = plot.cloneNode(true);
      const copies = all('*', copy);
      all('*', plot).forEach((original, i) => {
        const style = getComputedStyle(original);
        copies[i].setAttribute('style', STYLES.map(name => name + ':' + style.getPropertyValue(name)).join(';'));
        if (original.dataset.tip) {
          const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
          title.textContent = original.dataset.tip;
          copies[i].appendChild(title);
        }
      });
      const size = copy.dataset.full.split(' ');
      copy.setAttribute('viewBox', copy.dataset.full);
      copy.setAttribute('width', size[2]);
      copy.setAttribute('height', size[3]);
      copy.setAttribute('style', 'background:' + getComputedStyle(document.body).backgroundColor);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
      link.download = button.dataset.plot + '.svg';
      link.click();
    };
  });
})();
