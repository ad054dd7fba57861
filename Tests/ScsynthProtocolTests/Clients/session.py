"""What a session in supriya does, each step told as `holds` or `fails`."""

import os
import time

from supriya import Server, SynthDefBuilder
from supriya.ugens import Amplitude, In, Out, SinOsc


def tell(what, holds):
    print(f"{what}: {'holds' if holds else 'fails'}", flush=True)


def await_(condition):
    """Waits for what must come, five seconds at most."""
    for _ in range(250):
        if condition():
            return True
        time.sleep(0.02)
    return False


server = Server().boot(
    executable=os.environ["CLIENT_SERVER"], port=int(os.environ["CLIENT_PORT"]), output_bus_channel_count=2
)
tell("boots", True)
with SynthDefBuilder(frequency=440.0, amplitude=0.2) as builder:
    Out.ar(bus=0, source=SinOsc.ar(frequency=builder["frequency"]) * builder["amplitude"])
tone = builder.build(name="tone")
with SynthDefBuilder(bus=0) as builder:
    source = Amplitude.kr(source=In.ar(bus=0, channel_count=1), attack_time=0.01, release_time=0.01)
    Out.kr(bus=builder["bus"], source=source)
listener = builder.build(name="listener")
server.add_synthdefs(tone, listener)
server.sync()
level = server.add_bus("CONTROL")
group = server.add_group()
synth = group.add_synth(tone, frequency=300.0)
server.add_synth(listener, bus=level, add_action="ADD_TO_TAIL", target_node=server.root_node)
server.sync()
tell("starts a synth", "tone" in str(server.query_tree()))
synth.set(frequency=500.0)
server.sync()
tell("sets a control", synth.get("frequency")["frequency"] == 500.0)
tell("a synth is heard", await_(lambda: level.get() > 0.1))
with server.at(time.time() + 0.05):
    second = group.add_synth(tone, frequency=100.0)
tell("bundles come in time", await_(lambda: "frequency: 100.0" in str(server.query_tree())))
buffer = server.add_buffer(channel_count=1, frame_count=16)
server.sync()
tell("buffers", buffer.query().items[0].frame_count == 16)
group.free()
tell("silence behind it", await_(lambda: level.get() < 0.001))
server.quit()
tell("quits", True)
