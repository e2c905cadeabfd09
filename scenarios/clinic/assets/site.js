// The site's own script: the consent banner, the list of motives, and what tells the trackers what happens on the page.
// `#config` holds what the server decided: switches, scripts to load, the search word of the page.
(function () {
  'use strict'
  const config = JSON.parse(document.getElementById('config').textContent)
  const on = (name) => config.switches.includes(name)

  // ── Consent ──
  const banner = document.getElementById('consent')
  const choice = () => (document.cookie.match(/(?:^|; )th_consent=(\w+)/) || [])[1] || ''

  const attributes = (seconds) =>
    '; Path=/; Max-Age=' + seconds + '; Secure; SameSite=Lax; Domain=' + config.domain

  function decide(answer) {
    const value = answer === 'accept' ? 'accept' : choice() === 'accept' ? 'withdrawn' : 'reject'
    document.cookie = 'th_consent=' + value + attributes(15552000)
    showBanner(false)
    if (!allowed()) tags.forEach((tag) => tag.stop && tag.stop())
    loadTrackers()
  }

  function showBanner(visible) {
    banner.hidden = !visible
    document.body.style.paddingBottom = visible ? banner.offsetHeight + 24 + 'px' : ''
  }

  function allowed() {
    return on({
      '': 'trackers-before-choice', accept: 'trackers-after-consent', reject: 'trackers-after-refusal',
      withdrawn: 'trackers-after-withdrawal'
    }[choice()])
  }

  banner.querySelectorAll('button').forEach((button) => {
    button.addEventListener('click', () => decide(button.value))
  })
  document.getElementById('privacy-settings').addEventListener('click', () => {
    showBanner(true)
    banner.querySelector('button').focus()
  })
  showBanner(choice() === '')

  // ── Trackers ──
  const tags = []
  const images = []
  const random = (length, digits) => Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte, at) =>
    digits[at === 0 ? 1 + byte % (digits.length - 1) : byte % digits.length]).join('')
  const cut = (url) => url === '' ? '' : new URL(url).origin + '/'

  const site = {
    addresses: config.addresses,
    digits: (length) => random(length, '0123456789'),
    hex: (length) => random(length, '0123456789abcdef'),
    query: (pairs) => pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&'),
    /** What the trackers may know of the page. */
    page() {
      const full = on('page-url-in-full')
      return {
        cut: !full,
        url: full ? location.href : cut(location.href),
        referrer: full ? document.referrer : cut(document.referrer),
        title: on('page-title') ? document.title : ''
      }
    },
    /** A first-party cookie, made at the first visit. */
    cookie(name, make) {
      const found = document.cookie.split('; ').find((pair) => pair.startsWith(name + '='))
      if (found) return found.slice(name.length + 1)
      const value = make()
      document.cookie = name + '=' + value + attributes(7776000)
      return value
    },
    image(url) {
      if (!allowed()) return
      const image = new Image(1, 1)
      image.src = url
      images.push(image)
    },
    post(url, body) {
      if (!allowed()) return
      fetch(url, { method: 'POST', body, mode: 'no-cors', credentials: 'include', keepalive: true }).catch(() => {})
    },
    beacon(url, body) {
      if (allowed()) navigator.sendBeacon(url, body)
    },
    async sha256(text) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
    }
  }

  function tell(tag, event, detail) {
    if (!tag[event] || !allowed()) return null
    try {
      return Promise.resolve(tag[event](detail)).catch(() => {})
    } catch {
      return null
    }
  }
  const tellAll = (event, detail) => Promise.all(tags.map((tag) => tell(tag, event, detail)))

  /** Each tracker's script calls this once it is there. */
  window.terminhausTag = (make) => {
    const tag = make(site)
    tags.push(tag)
    tell(tag, 'page')
    if (config.searchTerm && on('search-words')) tell(tag, 'search', { term: config.searchTerm })
  }

  let loaded = false
  function loadTrackers() {
    if (loaded || !allowed()) return
    loaded = true
    for (const source of config.scripts) {
      const script = document.createElement('script')
      script.src = source
      document.head.append(script)
    }
  }

  if (config.searchTerm) sessionStorage.setItem('lastSearch', config.searchTerm)
  addEventListener('pagehide', () => tellAll('leave', { term: sessionStorage.getItem('lastSearch') || '' }))
  document.addEventListener('click', (event) => {
    const target = event.target.closest('a, button')
    if (!target || !on('clicked-text') || target.closest('#consent, footer')) return
    tellAll('click', {
      text: target.innerText.replace(/\s+/g, ' ').trim(), href: on('page-url-in-full') ? target.href || '' : ''
    })
  }, true)
  document.addEventListener('change', (event) => {
    if (event.target.name) tellAll('input', { name: event.target.name, value: event.target.value })
  })

  const patient = document.getElementById('patient')
  if (patient && on('hashed-person-data')) {
    patient.addEventListener('submit', (event) => {
      event.preventDefault()
      const value = (name) => patient.elements[name].value.trim().toLowerCase()
      const names = value('name').split(/\s+/)
      tellAll('person', {
        email: value('email'), phone: value('phone').replace(/\D/g, ''),
        given: names[0], family: names.slice(1).join(' ')
      }).then(() => patient.submit())
    })
  }

  loadTrackers()

  // ── The list of motives comes from the site's own API, which maps ids to names ──
  const motives = document.getElementById('motives')
  if (motives) {
    fetch(motives.dataset.api).then((response) => response.json()).then((data) => {
      motives.replaceChildren(...data.motives.map((motive) => {
        const link = document.createElement('a')
        link.className = 'choice'
        link.href = motives.dataset.next + '&motiveIds[]=' + motive.id + '&motiveCategoryIds[]=' + motive.categoryId +
          (on('motive-key-in-url') ? '&motiveKey=' + encodeURIComponent(motive.name) : '')
        link.textContent = motive.name
        const minutes = document.createElement('span')
        minutes.textContent = motive.minutes + ' ' + motives.dataset.minutes
        minutes.setAttribute('aria-hidden', 'true')
        link.append(minutes)
        const item = document.createElement('li')
        item.append(link)
        return item
      }))
    })
  }
})()
