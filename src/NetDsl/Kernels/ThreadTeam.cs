namespace NetDsl.Kernels;

/// <summary>
/// Threads that share the items of a stage. What an item computes does not depend on who computes it or when, so neither do the bits of
/// the result. A waiting thread spins before it sleeps: the stages of a training step follow each other within microseconds, and waking a
/// sleeping thread costs some fifty.
/// </summary>
public sealed class ThreadTeam
{
    /// <summary>Spins of a waiting thread before it sleeps; about 50 us, longer than the pause between two stages of a step.</summary>
    private const int SpinsBeforeSleep = 2000;

    private static readonly Lock TeamsLock = new();
    private static readonly Dictionary<int, ThreadTeam> Teams = [];

    private readonly int threads;
    private readonly object gate = new();
    private readonly Lock owner = new();
    private IStageRunner? runner;
    private Exception? failure;
    private int stage;
    private int items;
    private int portion;
    private int next;
    private int pending;
    private volatile int generation;

    private ThreadTeam(int threads)
    {
        this.threads = threads;
        for (int i = 1; i < threads; i++)
        {
            Thread thread = new(this.Work) { IsBackground = true, Name = $"NetDsl worker {i}" };
            thread.Start();
        }
    }

    /// <summary>The team of a size, one for the process: its threads are started once and stay.</summary>
    /// <param name="threads">At least 1, the calling thread included.</param>
    public static ThreadTeam OfSize(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        lock (TeamsLock)
        {
            if (!Teams.TryGetValue(threads, out ThreadTeam? team))
            {
                team = new ThreadTeam(threads);
                Teams.Add(threads, team);
            }

            return team;
        }
    }

    /// <summary>Does all items of a stage and returns when the last is done. Calls from several threads wait for each other.</summary>
    /// <param name="runner">The work.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="items">How many items it has.</param>
    /// <param name="portion">
    /// The items a thread takes at a time, until none are left; 0 for one part for each thread, which suits work that goes through the
    /// same weights for all of a part's items.
    /// </param>
    public void Run(IStageRunner runner, int stage, int items, int portion = 0)
    {
        if (items == 0)
        {
            return;
        }

        if (this.threads == 1 || items == 1)
        {
            runner.RunStage(stage, 0, items);
            return;
        }

        lock (this.owner)
        {
            this.Start(runner, stage, items, portion > 0 ? portion : (items + this.threads - 1) / this.threads);
            try
            {
                this.TakePortions();
            }
            finally
            {
                this.Wait();
            }

            if (this.failure is { } failed)
            {
                this.failure = null;
                throw new InvalidOperationException($"A worker thread failed: {failed.Message}", failed);
            }
        }
    }

    private void Start(IStageRunner runner, int stage, int items, int portion)
    {
        this.runner = runner;
        this.stage = stage;
        this.items = items;
        this.portion = portion;
        this.next = 0;
        Volatile.Write(ref this.pending, this.threads - 1);
        lock (this.gate)
        {
            this.generation++;
            Monitor.PulseAll(this.gate);
        }
    }

    private void TakePortions()
    {
        while (true)
        {
            int begin = Interlocked.Add(ref this.next, this.portion) - this.portion;
            if (begin >= this.items)
            {
                return;
            }

            this.runner!.RunStage(this.stage, begin, Math.Min(begin + this.portion, this.items));
        }
    }

    private void Wait()
    {
        SpinWait spin = default;
        while (Volatile.Read(ref this.pending) != 0)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        this.runner = null;
    }

    private void Work()
    {
        int seen = 0;
        while (true)
        {
            seen = this.Await(seen);
            try
            {
                this.TakePortions();
            }
            catch (Exception error)
            {
                // Rethrown on the thread that asked for the work.
                this.failure = error;
            }

            Interlocked.Decrement(ref this.pending);
        }
    }

    private int Await(int seen)
    {
        for (int spin = 0; spin < SpinsBeforeSleep; spin++)
        {
            if (this.generation != seen)
            {
                return this.generation;
            }

            Thread.SpinWait(8);
        }

        lock (this.gate)
        {
            while (this.generation == seen)
            {
                Monitor.Wait(this.gate);
            }

            return this.generation;
        }
    }
}
