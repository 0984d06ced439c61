'use strict';

// one document per service, to be chosen at the top of the page
fetch('/docs/services.json')
    .then(answer => answer.json())
    .then(services => SwaggerUIBundle({
        dom_id: '#docs',
        urls: services.map(service => ({name: service, url: `/docs/${service}.json`})),
        presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
        layout: 'StandaloneLayout',
        deepLinking: true,
        docExpansion: 'none',
        filter: true,
        tagsSorter: 'alpha',
        validatorUrl: null
    }));
