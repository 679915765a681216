/* FANN, a C library for small networks, as a peer of `compare`. It answers requests on its standard input; PeerProcess.cs describes the
 * exchange. One thread, single precision, full-batch gradient descent at the workload's batch.
 *
 *     cc -O3 -march=native -DFANN_VERSION='"2.2.0"' fann.c -o fann -lfloatfann -lm
 */
#include <floatfann.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { slices = 10, calls_between_readings = 16 };

struct workload {
    const char *name;
    unsigned layers;
    unsigned widths[5];
};

static const struct workload workloads[] = {
    {"truth", 3, {3, 4, 1}},
    {"tabular", 4, {26, 64, 32, 1}},
    {"jet-latency", 5, {16, 64, 32, 32, 5}},
};

struct task {
    struct fann *network;
    struct fann_train_data *data;
    int trains;
};

static double seconds_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void call(const struct task *task)
{
    if (task->trains)
        fann_train_epoch(task->network, task->data);
    else
        fann_run(task->network, task->data->input[0]);
}

/* Calls in a second within a part of the time. */
static double slice_rate(const struct task *task, double seconds)
{
    long calls = 0;
    double start = seconds_now(), elapsed;
    do {
        for (int i = 0; i < calls_between_readings; i++)
            call(task);
        calls += calls_between_readings;
        elapsed = seconds_now() - start;
    } while (elapsed < seconds);
    return (double)calls / elapsed;
}

static int ascending(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* The median over tenths of the time, after a fifth of it to warm up. */
static double median_rate(const struct task *task, double seconds)
{
    double rates[slices];
    slice_rate(task, 0.2 * seconds);
    for (int i = 0; i < slices; i++)
        rates[i] = slice_rate(task, seconds / slices);
    qsort(rates, slices, sizeof rates[0], ascending);
    return (rates[slices / 2 - 1] + rates[slices / 2]) / 2;
}

static double measure(const struct workload *workload, int trains, unsigned batch, double seconds)
{
    unsigned inputs = workload->widths[0], outputs = workload->widths[workload->layers - 1];
    struct task task = {fann_create_standard_array(workload->layers, workload->widths), fann_create_train(batch, inputs, outputs), trains};
    fann_set_activation_function_hidden(task.network, FANN_SIGMOID_SYMMETRIC);
    fann_set_activation_function_output(task.network, FANN_SIGMOID);
    fann_set_training_algorithm(task.network, FANN_TRAIN_BATCH);
    for (unsigned sample = 0; sample < batch; sample++) {
        for (unsigned i = 0; i < inputs; i++)
            task.data->input[sample][i] = (float)rand() / (float)RAND_MAX - 0.5f;
        for (unsigned i = 0; i < outputs; i++)
            task.data->output[sample][i] = (float)(rand() % 2);
    }
    double rate = median_rate(&task, seconds) * (trains ? batch : 1);
    fann_destroy_train(task.data);
    fann_destroy(task.network);
    return rate;
}

int main(void)
{
    char figure[32], name[32];
    unsigned batch;
    double seconds;
    puts("FANN " FANN_VERSION);
    fflush(stdout);
    while (scanf("%31s %31s %u %lf", figure, name, &batch, &seconds) == 4) {
        const struct workload *found = NULL;
        for (size_t i = 0; i < sizeof workloads / sizeof workloads[0]; i++)
            if (strcmp(workloads[i].name, name) == 0)
                found = &workloads[i];
        int trains = strcmp(figure, "training") == 0;
        if (found != NULL && (trains || strcmp(figure, "single") == 0))
            printf("%.17g\n", measure(found, trains, batch, seconds));
        else
            puts("none");
        fflush(stdout);
    }
    return 0;
}
