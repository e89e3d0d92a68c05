using System.Text;
using StrategyGraph.Conformance.Host;

// One job a line in, one answer a line out, both JSON; ends with its input. What the lines hold stands in Job.cs.
using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, false, 1 << 16);
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
var desk = new Desk();
while (input.ReadLine() is { } line)
{
    output.Write(desk.Answer(line));
    output.Write('\n');
    output.Flush();
}
