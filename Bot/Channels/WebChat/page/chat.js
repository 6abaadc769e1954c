'use strict';

(() => {
  const domain = location.origin + '/v3/directline';
  const accent = '#0f6c5c';
  const font = getComputedStyle(document.documentElement).getPropertyValue('--font');
  const retryAfter = 3000;
  const checkEvery = 5000;

  const texts = {
    bundleMissing: '缺少网页聊天组件 webchat.js：请在装有 Node.js、能连上 npm 的电脑上重新构建（dotnet build），再刷新本页。',
    lost: '与服务器的连接断开了，正在重新连接……您已保存的内容不会丢失。',
    refused: '网页聊天只在运行本程序的这台电脑上打开：请访问 http://localhost:3978 。',
    botSaid: '社工站助手说：',
    placeholder: '输入“本月还差几次关爱帮扶”'
  };

  const chat = document.getElementById('chat');
  const notice = document.getElementById('notice');

  function show(text) {
    notice.textContent = text;
    notice.hidden = !text;
  }

  if (!window.WebChat) {
    show(texts.bundleMissing);
    return;
  }

  // A text that only repeats its card is read out and not shown.
  const hideRepeatedText = () => next => action => {
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload.activity;
    if (!activity || !activity.channelData || !activity.channelData.cardStandsAlone) {
      return next(action);
    }

    const channelData = { ...activity.channelData, 'webchat:fallback-text': activity.text };
    return next({ ...action, payload: { ...action.payload, activity: { ...activity, text: '', channelData } } });
  };

  const store = WebChat.createStore({}, hideRepeatedText);
  let directLine;
  let restoring = false;
  let newestSocket;
  let shortSockets = 0;
  let watch;

  // DirectLineJS waits up to 20 s between its attempts and says nothing meanwhile; so the page watches the socket itself.
  class WatchedSocket extends WebSocket {
    constructor(url) {
      super(url);
      newestSocket = this;
      let openedAt = Infinity;
      this.addEventListener('open', () => {
        openedAt = Date.now();
        show('');
      });
      this.addEventListener('close', () => {
        if (this !== newestSocket) {
          return;
        }

        shortSockets = Date.now() - openedAt > 1000 ? 0 : shortSockets + 1;
        show(texts.lost);
        restore();
      });
    }
  }

  window.WebSocket = WatchedSocket;

  async function requestToken() {
    const response = await fetch(domain + '/tokens/generate', { method: 'POST' });
    if (response.status === 403) {
      throw new Error(texts.refused);
    }

    if (!response.ok) {
      throw new Error(texts.lost);
    }

    return response.json();
  }

  function connect({ token, conversationId }) {
    const before = directLine;
    if (before && before.conversationId && before.conversationId !== conversationId) {
      // The server has another database now.
      location.reload();
      return;
    }

    newestSocket = undefined;
    // Some proxies let no socket through: then the page asks every second instead.
    const webSocket = shortSockets < 2;
    directLine = WebChat.createDirectLine({
      domain,
      token,
      conversationId,
      watermark: before && before.watermark,
      webSocket,
      conversationStartProperties: { locale: 'zh-CN' }
    });
    const current = directLine;
    current.connectionStatus$.subscribe(status => {
      // 3: the token expired while the computer slept; 4: no connection.
      if (current === directLine && (status === 3 || status === 4)) {
        show(texts.lost);
        restore();
      }
    });
    render();
    clearInterval(watch);
    if (webSocket) {
      watch = setInterval(() => newestSocket && newestSocket.readyState <= WebSocket.OPEN || restore(), checkEvery);
    } else {
      show('');
      watch = setInterval(() => requestToken().catch(restore), checkEvery);
    }
  }

  async function restore() {
    if (restoring) {
      return;
    }

    restoring = true;
    for (let wait = directLine ? retryAfter : 0; ; wait = retryAfter) {
      await new Promise(resolve => setTimeout(resolve, wait));
      try {
        const token = await requestToken();
        restoring = false;
        connect(token);
        return;
      } catch (error) {
        show(error.message === texts.refused ? texts.refused : texts.lost);
      }
    }
  }

  function render() {
    WebChat.renderWebChat({
      directLine,
      store,
      locale: 'zh-CN',
      styleOptions,
      adaptiveCardsHostConfig: hostConfig,
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: texts.placeholder, ACTIVITY_BOT_SAID_ALT: texts.botSaid }
    }, chat);
  }

  const styleOptions = {
    accent,
    primaryFont: font,
    backgroundColor: '#f3f5f4',
    bubbleBackground: '#fff',
    bubbleBorderColor: '#dfe5e3',
    bubbleBorderRadius: 10,
    bubbleMaxWidth: 560,
    bubbleMinWidth: 120,
    bubbleFromUserBackground: '#d9efe9',
    bubbleFromUserBorderColor: '#d9efe9',
    bubbleFromUserBorderRadius: 10,
    // A card that is taller than the page is read from its top; an answer and what comes unasked after it are both scrolled to.
    autoScrollSnapOnActivity: 2,
    autoScrollSnapOnPage: true,
    // What the server keeps; it looks at the bytes itself.
    uploadAccept: '.jpg,.jpeg,.png,.gif,.webp,.heic,.pdf,.docx,.xlsx',
    enableUploadThumbnail: false,
    suggestedActionBorderRadius: 16,
    sendBoxHeight: 52,
    sendBoxTextWrap: true,
    sendBoxBackground: '#fff',
    sendBoxPlaceholderColor: '#6b7672',
    timestampColor: '#6b7672'
  };

  const colors = foreground => ({
    default: { default: foreground, subtle: '#5d6965' },
    accent: { default: accent, subtle: '#3b857a' },
    good: { default: '#1c7430', subtle: '#3f8a51' },
    warning: { default: '#8a5a00', subtle: '#9c7428' },
    attention: { default: '#b3261e', subtle: '#c2524b' },
    dark: { default: '#1f2a27', subtle: '#5d6965' },
    light: { default: '#ffffff', subtle: '#e6e6e6' }
  });
  const container = background => ({ backgroundColor: background, foregroundColors: colors('#1f2a27') });
  const hostConfig = {
    fontFamily: font,
    fontSizes: { small: 13, default: 15, medium: 17, large: 19, extraLarge: 22 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: '#dfe5e3' },
    supportsInteractivity: true,
    containerStyles: {
      default: container('#ffffff'),
      emphasis: container('#f0f4f3'),
      accent: container('#e3f2ee'),
      good: container('#e5f4e8'),
      warning: container('#fff4d6'),
      attention: container('#fdeae8')
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'stretch',
      showCard: { actionMode: 'inline', inlineTopMargin: 12 }
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', color: 'default' }
      },
      errorMessage: { color: 'attention', weight: 'bolder', size: 'small', spacing: 'small' }
    },
    factSet: { title: { weight: 'bolder', maxWidth: 110 }, value: { wrap: true }, spacing: 12 }
  };

  restore();
})();
