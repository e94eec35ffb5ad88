/** What happens at doors and in an address translation, by the kinds of DoorReason. */
export const doorReasons = {
  filtered: '방화벽이 이 포트로는 아무것도 들여보내지 않고, 아무 말도 하지 않아요.',
  echoed: '에코 앱이 받은 것을 그대로 돌려보내요.',
  doorProbed: '{{address}}의 {{transport}} {{port}}번을 두드려 봐요.',
  doorOpen: '{{address}}의 {{transport}} {{port}}번은 열려 있어요. 프로그램이 대답했어요.',
  doorClosed:
    '{{address}}의 {{transport}} {{port}}번은 닫혀 있어요. 아무도 없다고 호스트가 바로 알려 줬어요.',
  doorFiltered: '{{address}}의 {{transport}} {{port}}번은 차단됐어요. 몇 번을 물어도 답이 없어요.',
  doorSilent:
    '{{address}}의 {{transport}} {{port}}번은 열렸거나 차단됐어요. UDP에서는 답이 없는 것만으로 알 수 없어요.',
  natOutbound: '밖으로 나가는 길에, 라우터가 출발지를 자기 주소와 자기 포트로 바꿔 적었어요.',
  natInbound: '라우터가 표에서 이 포트의 주인을 찾아, 목적지를 그 주소와 포트로 바꿔 적었어요.',
  natNoMapping: '이 포트에 해당하는 줄이 NAT 표에 없어서, 안의 누구에게 온 것인지 알 수 없어요.',
  natNoPorts: '포트가 없어요. NAT는 포트로만 누구의 것인지 알 수 있어요.',
  natFragmentAlone: '포트는 첫 단편에만 있는데 아직 오지 않아서, 누구에게 온 것인지 알 수 없어요.',
  natFragmentHeld: '포트는 첫 단편에만 있어서, 첫 단편이 올 때까지 NAT가 가지고 있어요.',
  natMapped: '{{inside}}에서 처음 나가는 것이라 NAT 표에 줄이 생겼어요. 밖에서 보이는 소켓: {{outside}}',
  natForward: '고정된 줄이에요. {{outside}} 앞으로 온 것은 {{inside}} 쪽으로 가요.',
  natIdle: '이 줄로 나간 것이 너무 오래 없어서, 포트를 다시 비웠어요.',
} as const;
