"""A python-osc client: python_osc_client.py udp|tcp-1.0|tcp-1.1 HOST PORT

Sends every type that python-osc writes, then a time tag, then a bundle in a bundle. The server is to send the first
message back; exits 0 when it arrives unharmed.
"""

import socket
import struct
import sys

from pythonosc import osc_bundle_builder, osc_message, tcp_client, udp_client
from pythonosc.osc_message_builder import OscMessageBuilder
from pythonosc.parsing import osc_types

from python_osc_types import EVERY, SECONDS, difference


def every():
    builder = OscMessageBuilder(address="/every")
    for kind, value in EVERY:
        builder.add_arg(value, None if kind == "[" else kind)
    return builder.build()


def time():
    tag = struct.pack(">II", SECONDS, 1 << 31)
    return osc_message.OscMessage(osc_types.write_string("/time") + osc_types.write_string(",t") + tag)


def bundle():
    inner = osc_bundle_builder.OscBundleBuilder(1_000_000_000.5)
    message = OscMessageBuilder(address="/inner")
    message.add_arg(7)
    inner.add_content(message.build())
    outer = osc_bundle_builder.OscBundleBuilder(osc_bundle_builder.IMMEDIATELY)
    outer.add_content(inner.build())
    outer.add_content(OscMessageBuilder(address="/outer").build())
    return outer.build()


kind, host, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
if kind == "udp":
    client = udp_client.UDPClient(host, port)
else:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    client = tcp_client.TCPClient(host, port, family=family, mode=kind.removeprefix("tcp-"))
for packet in [every(), time(), bundle()]:
    client.send(packet)
received = client.receive(timeout=60)
datagrams = received if isinstance(received, list) else [received]
if not datagrams or not datagrams[0]:
    sys.exit("no reply")
wrong = difference(osc_message.OscMessage(datagrams[0]).params, with_time=False)
sys.exit(wrong)
