// Before the page is drawn: the theme of the last visit, or #dark or #light at the end of the address.
(function () {
  let theme = location.hash === '#dark' ? 'dark' : location.hash === '#light' ? 'light' : null;
  try { theme = theme || localStorage.getItem('itocheck-theme'); } catch (e) { /* files may have no storage */ }
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
})();
