(() => {
  const filter = document.getElementById('filter');
  const leaves = [...document.querySelectorAll('nav li.leaf')];
  const folders = [...document.querySelectorAll('nav li.folder')].reverse();
  const nothing = document.getElementById('nothing');
  const apply = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    leaves.forEach(leaf => {
      const section = document.getElementById(leaf.firstChild.hash.slice(1)) || document.getElementById(decodeURIComponent(leaf.firstChild.hash.slice(1)));
      const address = section && section.querySelector('.address');
      const text = (leaf.textContent + ' ' + (address ? address.textContent : '')).toLowerCase();
      leaf.hidden = !words.every(word => text.includes(word));
    });
    folders.forEach(folder => {
      folder.hidden = words.length > 0 && !folder.querySelector('li.leaf:not([hidden])');
    });
    nothing.hidden = !words.length || leaves.some(leaf => !leaf.hidden);
  };
  filter.addEventListener('input', apply);
  document.addEventListener('keydown', event => {
    if (event.key === '/' && document.activeElement !== filter) {
      event.preventDefault();
      filter.focus();
    } else if (event.key === 'Escape' && document.activeElement === filter) {
      filter.value = '';
      apply();
    }
  });
  document.querySelectorAll('pre').forEach(block => {
    if (!navigator.clipboard) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', () => navigator.clipboard.writeText(block.querySelector('code').textContent).then(() => {
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    }));
    block.append(button);
  });
  if (!('IntersectionObserver' in window)) return;
  const links = new Map([...document.querySelectorAll('nav a')].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  const watch = new IntersectionObserver(seen => seen.forEach(entry => {
    if (!entry.isIntersecting) return;
    document.querySelectorAll('nav a.here').forEach(link => link.classList.remove('here'));
    const link = links.get(entry.target.id);
    if (link) link.classList.add('here');
  }), { rootMargin: '-10% 0px -80% 0px' });
  document.querySelectorAll('main section').forEach(section => watch.observe(section));
})();
