/**
 * Some of the names that IANA has given to ports: number, transports (b: both, t: TCP, u: UDP), name, what it is for.
 * Source: IANA, Service Name and Transport Protocol Port Number Registry (RFC 6335 §8);
 * a choice of it, each under its name in the registry.
 */
const ROWS = `\
1 t tcpmux TCP Port Service Multiplexer
7 b echo Echo
9 b discard Discard
11 b systat Active Users
13 b daytime Daytime
17 b qotd Quote of the Day
19 b chargen Character Generator
20 t ftp-data File Transfer, default data
21 t ftp File Transfer Protocol, control
22 t ssh The Secure Shell
23 t telnet Telnet
25 t smtp Simple Mail Transfer
37 b time Time
43 t nicname Who Is
49 b tacacs Login Host Protocol
53 b domain Domain Name Server
67 u bootps Bootstrap Protocol Server (DHCP)
68 u bootpc Bootstrap Protocol Client (DHCP)
69 u tftp Trivial File Transfer
70 t gopher Gopher
79 t finger Finger
80 b http World Wide Web HTTP
88 b kerberos Kerberos
102 t iso-tsap ISO-TSAP Class 0
104 t acr-nema Digital imaging and communications
110 t pop3 Post Office Protocol, version 3
111 b sunrpc SUN Remote Procedure Call
113 t ident Identification
119 t nntp Network News Transfer Protocol
123 u ntp Network Time Protocol
135 b epmap DCE endpoint resolution
137 b netbios-ns NETBIOS Name Service
138 b netbios-dgm NETBIOS Datagram Service
139 b netbios-ssn NETBIOS Session Service
143 t imap Internet Message Access Protocol
161 b snmp Simple Network Management Protocol
162 b snmptrap SNMP trap
163 b cmip-man CMIP over TCP, managing side
164 b cmip-agent CMIP over TCP, managed side
174 b mailq Mail queue
177 u xdmcp X display login
179 t bgp Border Gateway Protocol
194 b irc Internet Relay Chat
199 b smux SNMP multiplexing
209 b qmtp The Quick Mail Transfer Protocol
210 b z39-50 ANSI Z39.50
213 b ipx IPX
319 u ptp-event Precision Time Protocol, events
320 u ptp-general Precision Time Protocol, general
389 b ldap Lightweight Directory Access Protocol
427 b svrloc Server Location
443 b https HTTP over TLS; QUIC over UDP
444 b snpp Simple Network Paging Protocol
445 b microsoft-ds Microsoft directory services
464 b kpasswd Kerberos password change
465 t submissions Message submission over TLS
500 u isakmp Internet key exchange
512 t exec Remote process execution
512 u comsat Notices of new mail
513 t login Remote login
513 u who Who is logged in
514 t shell Remote shell
514 u syslog System log messages
515 t printer Spooler
517 u talk Talk
518 u ntalk Talk, newer
520 u router Local routing process (RIP)
543 t klogin Kerberos login
544 t kshell Kerberos remote shell
546 u dhcpv6-client DHCPv6 client
547 u dhcpv6-server DHCPv6 server
548 t afpovertcp AFP over TCP
554 b rtsp Real Time Streaming Protocol
563 t nntps News over TLS
587 t submission Message submission
623 u asf-rmcp Remote management and control
631 b ipp Internet Printing Protocol
636 t ldaps LDAP over TLS
646 b ldp Label Distribution Protocol
655 b tinc TINC
749 b kerberos-adm Kerberos administration
783 t spamassassin Mail filter daemon
853 b domain-s DNS over TLS, DTLS or QUIC
873 t rsync Rsync
989 t ftps-data File Transfer data over TLS
990 t ftps File Transfer control over TLS
992 t telnets Telnet over TLS
993 t imaps IMAP over TLS
995 t pop3s POP3 over TLS
1080 t socks SOCKS
1099 t rmiregistry RMI registry
1194 b openvpn OpenVPN
1352 t lotusnote Lotus Notes
1433 t ms-sql-s Microsoft SQL server
1434 u ms-sql-m Microsoft SQL monitor
1701 u l2f Layer 2 tunnelling
1812 b radius RADIUS
1813 b radius-acct RADIUS accounting
1883 t mqtt Message queuing telemetry transport
1900 u ssdp Simple Service Discovery Protocol
2000 t cisco-sccp Cisco SCCP
2049 b nfs Network File System
2401 t cvspserver CVS server
2628 t dict Dictionary
2947 t gpsd GPS daemon
3130 u icpv2 Internet Cache Protocol
3205 b isns Internet storage name service
3260 t iscsi-target iSCSI
3306 t mysql MySQL
3389 b ms-wbt-server Remote desktop
3478 b stun Session traversal utilities for NAT
3493 b nut Network UPS tools
3632 t distcc Distributed compiler
3689 t daap Digital Audio Access Protocol
3690 t svn Subversion
4190 t sieve ManageSieve
4369 t epmd Erlang port mapper
4460 t ntske Network Time Security key establishment
4500 u ipsec-nat-t IPsec NAT traversal
4569 u iax Inter-Asterisk eXchange
4789 u vxlan Virtual eXtensible LAN
5004 b avt-profile-1 RTP media data
5005 b avt-profile-2 RTP control protocol
5060 b sip Session Initiation Protocol
5061 b sips SIP over TLS
5222 t xmpp-client XMPP clients
5269 t xmpp-server XMPP servers
5353 u mdns Multicast DNS
5355 b llmnr Link-local multicast name resolution
5432 t postgresql PostgreSQL
5671 t amqps AMQP over TLS
5672 t amqp AMQP
5683 b coap Constrained Application Protocol
5900 t rfb Remote Framebuffer (VNC)
6000 t x11 X Window System
6346 b gnutella-svc Gnutella
6379 t redis Redis
6514 t syslog-tls Syslog over TLS
6696 u babel Babel routing
6697 t ircs-u Internet Relay Chat over TLS
8080 t http-alt HTTP, alternate
8090 b opsmessaging Vehicle to station messaging
8140 t puppet Puppet
8883 t secure-mqtt MQTT over TLS
9100 t pdl-datastream Printer data stream
9418 t git Git
10010 t rxapi ooRexx services
10050 t zabbix-agent Zabbix agent
10051 t zabbix-trapper Zabbix trapper
11112 t dicom DICOM
11211 t memcache Memory cache
11371 t hkp OpenPGP key server
17500 b db-lsp Dropbox LAN sync
21000 b irtrans IRTrans control
33434 u traceroute traceroute
`;

/** A name that a port was given. */
export interface AssignedPort {
  readonly port: number;
  readonly transports: 'tcp' | 'udp' | 'both';
  readonly name: string;
  readonly purpose: string;
}

const TRANSPORTS: Readonly<Record<string, AssignedPort['transports']>> = { t: 'tcp', u: 'udp', b: 'both' };

/** In order of their numbers. */
export const ASSIGNED_PORTS: readonly AssignedPort[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [port = '', transports = '', name = '', ...purpose] = row.split(' ');
    return { port: Number(port), transports: TRANSPORTS[transports]!, name, purpose: purpose.join(' ') };
  });
